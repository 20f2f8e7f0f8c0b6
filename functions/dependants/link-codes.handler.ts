import { randomBytes } from 'node:crypto';
import { dependantRoutes } from '#shared/dependants';
import { dayMs } from '#shared/time';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, create, read, save, untilWon } from '../platform/table';
import { profileAt } from '../volunteers/volunteer.table';
import { actingFor } from './acting';
import { noFamily } from './link.rules';
import { familyAt } from './link.table';
import { codeFrom, codeLength, codeMs, judgeMaking } from './link-code.rules';
import { codeMarks, currentCodeAt, linkCodeAt } from './link-code.table';

/** Makes the code that links two phones, for oneself or a dependant. The one made before is of no use any more. */
export const makeCode = handle(
  'POST /me/link-codes',
  dependantRoutes['POST /me/link-codes'],
  async ({ purpose, forVolunteerId }, { caller, now }) => {
    const { volunteerId: subjectId } = await actingFor(caller, forVolunteerId);
    const code = codeFrom(randomBytes(2 * codeLength));
    const [mark = ''] = codeMarks(code);
    return untilWon(async () => {
      const [profile, family = noFamily, current] = await read(
        profileAt(subjectId),
        familyAt(subjectId),
        currentCodeAt(subjectId, purpose),
      );
      if (!profile) return refuse('not_registered');
      const unfit = judgeMaking({ purpose, birthMonth: profile.birthMonth, family }, now);
      if (unfit) return refuse(unfit);
      const usableUntil = now + codeMs;
      await commit([
        create(linkCodeAt(mark), {
          version: 1,
          ...{ purpose, subjectId, usableUntil },
          madeBy: caller.volunteerId,
          expiresAt: Math.ceil((usableUntil + dayMs) / 1000),
        }),
        save(currentCodeAt(subjectId, purpose), current, {
          version: current?.version ?? 1,
          mark,
        }),
      ]);
      return { code, usableUntil, now };
    });
  },
);
