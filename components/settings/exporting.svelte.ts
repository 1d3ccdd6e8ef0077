import type { Failure } from '../../utils/domain/failure';
import type { ExportProgress } from '../../utils/exports/library-to-export';
import {
  exportNews,
  type ExportedFile,
  type ExportNews,
  type ExportRequest,
} from '../../utils/exports/export-messages';
import { startExportWorker } from './start-export-worker';

/** How it stands with a file that was asked for; `not-loaded`: the script that makes it is gone with an update. */
type ExportState =
  | { state: 'idle' | 'nothing' | 'cancelled' | 'not-loaded' }
  | { state: 'running'; progress: ExportProgress | null }
  | { state: 'done'; exported: ExportedFile }
  | { state: 'failed'; failure: Failure };

const UNEXPECTED: ExportNews = { kind: 'failed', failure: { cause: 'unexpected' } };

/** One file at a time, made by a worker of its own: however large it is, the page goes on. */
export class Exporting {
  readonly #save: (file: Blob, name: string) => void;
  #current = $state.raw<ExportState>({ state: 'idle' });
  #worker: Worker | null = null;

  /** @param save is handed what was made */
  constructor(save: (file: Blob, name: string) => void) {
    this.#save = save;
  }

  get current(): ExportState {
    return this.#current;
  }

  start(request: ExportRequest): void {
    this.#end({ state: 'running', progress: null });
    const worker = startExportWorker();
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const news = exportNews.safeParse(data);
      this.#hear(news.success ? news.data : UNEXPECTED);
    };
    worker.onerror = () => this.#end({ state: 'not-loaded' });
    worker.postMessage(request);
  }

  cancel(): void {
    if (this.#worker !== null) this.#end({ state: 'cancelled' });
  }

  /** Once more, where the browser has not kept it: it asks before it saves several files of a page. */
  saveAgain(): void {
    if (this.#current.state === 'done') this.#hand(this.#current.exported);
  }

  /** What was made is not what would be made now. */
  forget(): void {
    this.#end({ state: 'idle' });
  }

  #hear(news: ExportNews): void {
    if (news.kind === 'progress') {
      this.#current = { state: 'running', progress: news.progress };
      return;
    }
    if (news.kind === 'done') {
      this.#end({ state: 'done', exported: news.exported });
      this.#hand(news.exported);
    } else if (news.kind === 'failed') this.#end({ state: 'failed', failure: news.failure });
    else this.#end({ state: 'nothing' });
  }

  #hand({ file, name }: ExportedFile): void {
    this.#save(file, name);
  }

  #end(state: ExportState): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#current = state;
  }
}
