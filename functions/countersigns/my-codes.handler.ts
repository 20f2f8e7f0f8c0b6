import { checkinRoutes } from '#shared/checkins';
import { stepAt, stepSeconds } from '#shared/code';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { signer } from '../platform/token';
import { profileAt } from '../volunteers/volunteer.table';

/** The phone fetches the next batch while it has network; a phone that is lost shows codes for no longer than this. */
const batchSteps = (4 * 3_600) / stepSeconds;
/** Where other codes have their gate, a card has its number and a living code nothing. */
const noGate = 0;

/** One's own living code: what an organiser scans to say that they saw this person. */
export const myCodes = handle(
  'POST /me/codes',
  checkinRoutes['POST /me/codes'],
  async (_, { caller, now }) => {
    const { volunteerId } = caller;
    const [profile] = await read(profileAt(volunteerId));
    if (!profile) return refuse('not_registered');
    const { token } = signer('volunteer', volunteerId);
    const firstStep = stepAt(now);
    const tokens = Array.from({ length: batchSteps }, (_, index) =>
      token(firstStep + index, noGate),
    );
    return { firstStep, tokens, now };
  },
);
