import { Loading } from '../../../parts/Loading.tsx';
import { Note } from '../../../parts/Note.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';

/** What stands where a heavy result will be: how far it is, or why there is none. */
export function HeavyState({
  word,
  progress,
  problem,
  isWholePage = false,
}: {
  word: string;
  progress: { readonly done: number; readonly of: number } | null;
  problem: string | null;
  /** Nothing else stands there meanwhile: the place of the figure is kept. */
  isWholePage?: boolean;
}) {
  if (problem) {
    return (
      <Note kind="warn" claim={`${word} could not be computed.`}>
        {problem}
      </Note>
    );
  }
  return (
    <>
      <div role="status">
        <p className="muted">
          {word} is being computed
          {progress ? `: ${progress.done.toLocaleString('en')} of ${progress.of.toLocaleString('en')}` : ''}. The page
          stays usable.
        </p>
        {progress && <ProgressBar label={word} done={progress.done} of={progress.of} />}
      </div>
      {isWholePage && <Loading shape="figure" />}
    </>
  );
}
