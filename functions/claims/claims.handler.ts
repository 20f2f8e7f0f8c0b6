import type { Input } from '#shared/api';
import { checkinRoutes } from '#shared/checkins';
import { hourMs, minuteMs } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { check } from '../checkins/check';
import { evidenceOf } from '../checkins/evidence';
import { judgePresence } from '../checkins/presence.rules';
import { receiptOf } from '../checkins/receipt';
import type { PresenceCode } from '../checkins/scanned';
import { codeIn, load } from '../checkins/scanned';
import { handle, handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import { commit, read, replace, save, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { personOf } from '../platform/wechat';
import type { Claim } from './claim.table';
import { claimAt, claimIdOf } from './claim.table';

const usableMs = 10 * minuteMs;

/** Keeps a newcomer's scan while they sign in and register. The first claim of a person and an end stays while it waits. */
export const claim = handleOpen(
  'POST /claims',
  checkinRoutes['POST /claims'],
  async (request, { now }) => {
    const code = codeIn(request.token);
    const claimId = claimIdOf(await binderOf(request), code.subject, code.kind);
    return untilWon(async () => {
      const [shift, known] = await read(shiftAt(code.subject), claimAt(claimId));
      if (!shift) return refuse('not_found');
      if (known && !known.usedBy && known.usableUntil > now) return shown(claimId, known);
      const notPresent = judgePresence({ ...code, at: now }, shift);
      if (notPresent) return refuse(notPresent);
      const claimed = claimFrom(request, { code, shift, known, now });
      await commit([save(claimAt(claimId), known, claimed)]);
      return shown(claimId, claimed);
    });
  },
);

/** Does what the claimed scan meant, for the person it is bound to. Confirming again gives the same receipt. */
export const confirm = handle(
  'POST /claims/{claimId}/confirmation',
  checkinRoutes['POST /claims/{claimId}/confirmation'],
  async ({ claimId, scanId, browserKey }, { caller, now }) =>
    untilWon(async () => {
      const [claimed] = await read(claimAt(claimId));
      if (!claimed || !isBoundTo(claimId, claimed, { caller, browserKey })) {
        return refuse('not_found');
      }
      if (claimed.usedBy && claimed.usedBy !== caller.volunteerId) return refuse('not_found');
      const { volunteerId } = caller;
      const { kind, shiftId, at, evidence } = claimed;
      const known = await load({ volunteerId, shiftId, kind });
      if (!claimed.usedBy && claimed.usableUntil <= now) return refuse('claim_expired');
      const record = await check(known, {
        scan: { kind, gate: evidence.gate, step: evidence.step, at },
        evidence: { ...evidence, scanId },
        now,
        more: [replace(claimAt(claimId), { ...claimed, usedBy: volunteerId })],
      });
      return receiptOf(record, known.shift, now);
    }),
);

type Claiming = Input<'POST /claims'>;

async function binderOf({ code, browserKey }: Claiming): Promise<string> {
  if (browserKey !== undefined) return browserBinder(browserKey);
  const { openid } = await personOf(code ?? refuse('request_invalid'));
  return wayMarks('weapp', openid)[0].mark;
}

const browserBinder = (browserKey: string): string => `browser ${browserKey}`;

/** Only who could have made the claim can name its binder again. */
function isBoundTo(
  claimId: string,
  { shiftId, kind }: Claim,
  { caller, browserKey }: { caller: Caller; browserKey: string | undefined },
): boolean {
  const binders = [caller.way.mark, ...(browserKey ? [browserBinder(browserKey)] : [])];
  return binders.some((binder) => claimIdOf(binder, shiftId, kind) === claimId);
}

type Frame = { code: PresenceCode; shift: Shift; known: Claim | undefined; now: number };

function claimFrom(request: Claiming, { code, shift, known, now }: Frame): Claim {
  const { kind, gate, step } = code;
  const by = request.browserKey === undefined ? ('claim' as const) : ('browser_claim' as const);
  const { scanId: _, ...evidence } = evidenceOf({ scanId: '', by, gate, step }, request, shift);
  return {
    version: known?.version ?? 1,
    kind,
    shiftId: shift.shiftId,
    title: shift.title,
    at: now,
    evidence,
    usableUntil: now + usableMs,
    expiresAt: Math.ceil((now + 24 * hourMs) / 1000),
  };
}

const shown = (claimId: string, { kind, shiftId, title, usableUntil }: Claim) => ({
  ...{ claimId, kind, shiftId, title },
  expiresAt: usableUntil,
});
