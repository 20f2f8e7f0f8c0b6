import type { TypingReason } from '#shared/hours.words';
import type { RulePack } from '#shared/rule-packs';

/**
 * What an organisation may type in a month, fixed when the month's first hours are typed. It only ever goes down by
 * typing and up by what was not confirmed; emergencies draw on what an auditor granted first.
 */
export type Cap = {
  version: number;
  organisationId: string;
  month: string;
  capMinutes: number;
  leftMinutes: number;
  allowanceMinutes: number;
  allowanceLeftMinutes: number;
  /** Who granted: nobody draws on what they granted themself. */
  grantors: string[];
};

type Scanned = { A: number; B: number; C: number };

/** The pack's share of last month's scanned minutes, and at least its floor. */
export const capMinutesFor = (
  { A, B, C }: Scanned,
  { typedCap: { percent, floorMinutes } }: Pick<RulePack, 'typedCap'>,
): number => Math.max(floorMinutes, Math.floor(((A + B + C) * percent) / 100));

export const freshCap = (organisationId: string, month: string, capMinutes: number): Cap => ({
  version: 1,
  ...{ organisationId, month, capMinutes, leftMinutes: capMinutes },
  ...{ allowanceMinutes: 0, allowanceLeftMinutes: 0, grantors: [] },
});

/** Of what typed minutes are taken: the allowance of the organisation, and the caps of it and of the topmost one. */
export type Draw = { allowanceMinutes: number; capMinutes: number };
type Wanted = { minutes: number; reason: TypingReason; by: string };

/** What some minutes draw on; undefined when they are more than is left anywhere. */
export function drawnBy(
  { minutes, reason, by }: Wanted,
  { own, top }: { own: Cap; top: Cap },
): Draw | undefined {
  const mayDraw = reason === 'emergency' && !own.grantors.includes(by);
  const allowanceMinutes = mayDraw ? Math.min(minutes, own.allowanceLeftMinutes) : 0;
  const capMinutes = minutes - allowanceMinutes;
  if (capMinutes > Math.min(own.leftMinutes, top.leftMinutes)) return undefined;
  return { allowanceMinutes, capMinutes };
}

/** What may be typed as people see it: the tighter of the two, and what was granted. */
export function tighter({ own, top }: { own: Cap; top: Cap }) {
  const { month, capMinutes, leftMinutes } = top.leftMinutes < own.leftMinutes ? top : own;
  const { allowanceMinutes, allowanceLeftMinutes } = own;
  return { month, capMinutes, leftMinutes, allowanceMinutes, allowanceLeftMinutes };
}
