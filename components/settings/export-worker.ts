import { openWholeLibrary, type WholeLibrary } from '../../utils/database/whole-library';
import { FailureError, type Failure } from '../../utils/domain/failure';
import { clockTexts } from '../../utils/exports/clock-texts';
import { titlesToExport } from '../../utils/exports/export-contents';
import { exportFileName, exportFileType } from '../../utils/exports/export-options';
import { exportChunks, type ExportOrder } from '../../utils/exports/export-order';
import { fileBlob } from '../../utils/exports/file-blob';
import type { ExportProgress } from '../../utils/exports/library-to-export';

/** What the page asks of the worker: one file. */
export interface ExportRequest {
  accountId: string;
  /** In a private window, where there is nothing to read. */
  isPrivate: boolean;
  order: ExportOrder;
  /** By whose clocks, and when it is made. */
  zone: string;
  now: number;
}

export interface ExportedFile {
  file: Blob;
  name: string;
}

/** What the worker tells the page. */
export type ExportNews =
  | { kind: 'progress'; progress: ExportProgress }
  | { kind: 'done'; exported: ExportedFile }
  /** There is no library to be read. */
  | { kind: 'nothing' }
  | { kind: 'failed'; failure: Failure };

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data).then((news) => postMessage(news));
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
  const chunks = exportChunks({ ...library, titles }, clock, order, {
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  });
  const file = await fileBlob(chunks, exportFileType(order.target));
  return { file, name: exportFileName(order.target, clock.day(now)) };
}

function tell(news: ExportNews): void {
  postMessage(news);
}
