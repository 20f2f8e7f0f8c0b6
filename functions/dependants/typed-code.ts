import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, save, unchanged } from '../platform/table';
import type { LinkCode, LinkPurpose } from './link-code.rules';
import { countTry, judgeCode, triesAreSpent } from './link-code.rules';
import { codeMarks, currentCodeAt, linkCodeAt, linkTriesAt } from './link-code.table';

export type TypedCode = {
  mark: string;
  code: LinkCode;
  /** Belongs to whatever is done with the code: guesses sent at once are no more than five either. */
  guard: Write;
};
type Typing = { purpose: LinkPurpose; by: string; now: number };

/** What a typed code is about. A wrong one is counted before it is refused; five an hour are enough. */
export async function typedCode(typed: string, typing: Typing): Promise<TypedCode> {
  const { by, now } = typing;
  const marks = codeMarks(typed);
  const [tries, ...found] = await read(linkTriesAt(by), ...marks.map(linkCodeAt));
  if (triesAreSpent(tries, now)) return refuse('link_code_exhausted');
  const index = found.findIndex(Boolean);
  const [code, mark] = [found[index] as LinkCode | undefined, marks[index] ?? ''];
  const [current] = code ? await read(currentCodeAt(code.subjectId, code.purpose)) : [];
  const wrong = judgeCode({ code, current: current?.mark, mark }, typing);
  if (wrong || !code) {
    await commit([save(linkTriesAt(by), tries, countTry(tries, now))]);
    return refuse(wrong ?? 'link_code_wrong');
  }
  return { mark, code, guard: unchanged(linkTriesAt(by), tries) };
}
