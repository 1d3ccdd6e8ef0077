import { openWholeLibrary, type WholeLibrary } from '../../utils/database/whole-library';
import { FailureError, type Failure } from '../../utils/domain/failure';
import { clockTexts } from '../../utils/exports/clock-texts';
import { takesUnlisted, titlesToExport } from '../../utils/exports/export-contents';
import { exportFileName, exportFileType } from '../../utils/exports/export-options';
import {
  exportRequest,
  type ExportedFile,
  type ExportNews,
  type ExportRequest,
} from '../../utils/exports/export-messages';
import { exportChunks } from '../../utils/exports/export-order';
import { fileBlob } from '../../utils/exports/file-blob';
import { unlistedTitles } from '../../utils/exports/unlisted-titles';

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const request = exportRequest.safeParse(data);
  if (!request.success) return tell({ kind: 'failed', failure: { cause: 'unexpected' } });
  void answer(request.data).then(tell);
});

async function answer(request: ExportRequest): Promise<ExportNews> {
  let library: WholeLibrary | null = null;
  try {
    library = await openWholeLibrary(request.accountId, request.isPrivate);
    if (library === null) return { kind: 'nothing' };
    return { kind: 'done', exported: await exported(library, request) };
  } catch (thrown) {
    const failure: Failure =
      thrown instanceof FailureError ? thrown.failure : { cause: 'unexpected' };
    return { kind: 'failed', failure };
  } finally {
    library?.close();
  }
}

async function exported(
  library: WholeLibrary,
  { order, zone, now }: ExportRequest,
): Promise<ExportedFile> {
  const clock = clockTexts(zone, now);
  const titles = titlesToExport(library.titles, order.options);
  const unlisted = takesUnlisted(order.target, order.options)
    ? titlesToExport(unlistedTitles(await library.readItems(), library.titles), order.options)
    : [];
  const unread = { trophies: 0, played: library.unreadPlayed };
  const chunks = exportChunks({ ...library, titles: [...titles, ...unlisted] }, clock, order, {
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    onUnread: (games) => (unread.trophies += games),
  });
  const file = await fileBlob(chunks, exportFileType(order.target));
  return {
    file,
    name: exportFileName(order.target, clock.day(now)),
    unread,
    unlisted: unlisted.length,
  };
}

function tell(news: ExportNews): void {
  postMessage(news);
}
