import { recoveryRoutes } from '#shared/recoveries';
import { audited } from '../audits/audit.table';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { maskPhone } from '../sessions/way.rules';
import { wayAt, wayListAt } from '../sessions/way.table';
import { erasureAt, profileAt } from '../volunteers/volunteer.table';
import { tellOfAccount } from './account-notices';
import { exchanged, withPhone } from './exchange';
import { loadMerge, mergeWrites } from './merging';
import type { Recovery } from './recovery.rules';
import { judgeDecision } from './recovery.rules';
import { newPhoneOf, recoveryAt } from './recovery.table';
import { shownRecovery } from './shown-recovery';
import { isClosed, isFree, isWithin, subjectOf } from './subject';

const route = 'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision';

/** The second member of staff decides; of two at once one wins, and the other reads what became of it. */
export const decideRecovery = handle(
  route,
  recoveryRoutes[route],
  async ({ organisationId, recoveryId, decision, why }, { caller, now }) => {
    const by = caller.volunteerId;
    return untilWon(async () => {
      await organisationFor(route, caller, organisationId);
      const at = recoveryAt(organisationId, recoveryId);
      const [recovery] = await read(at);
      if (!recovery) return refuse('not_found');
      const verdict = judgeDecision(recovery, { by, event: decision }, now);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'decided_before') return shownRecovery(recovery, by, now);

      const made = decision === 'confirm' ? await effectsOf(recovery, now) : [];
      const { sealedPhone: _, ...kept } = recovery;
      const next: Recovery = {
        ...{ ...kept, state: decision === 'confirm' ? 'done' : 'refused' },
        ...{ decidedBy: by, decidedAt: now, ...(why !== undefined && { refusedWhy: why }) },
      };
      await commit([replace(at, next), ...made, auditOf(next, now), ...notices(next, now)]);
      return shownRecovery(next, by, now);
    });
  },
);

async function effectsOf(recovery: Recovery, now: number): Promise<Write[]> {
  const { organisationId, recoveryId, volunteerId, closingId } = recovery;
  await subjectOf(volunteerId);
  if (closingId !== undefined) await subjectOf(closingId);
  // Days have passed since it was asked for: whom the desk could help then may be staff elsewhere now.
  const mayHelp =
    (await isWithin(volunteerId, organisationId)) &&
    (closingId === undefined || (await isFree(closingId, organisationId)));
  if (!mayHelp) return refuse('not_allowed');
  if (closingId === undefined) return newPhone(recovery, now);
  const loaded = await loadMerge({ keepId: volunteerId, closingId }, now);
  return mergeWrites(loaded, { recoveryId, at: now });
}

/** The new phone is the person's only one; whatever was signed in before is signed out. */
async function newPhone(recovery: Recovery, now: number): Promise<Write[]> {
  const { volunteerId, sealedPhone = '' } = recovery;
  const phone = newPhoneOf(recovery, sealedPhone);
  const marks = wayMarks('phone', phone);
  const [known, profile, erasure, ...ways] = await read(
    wayListAt(volunteerId),
    profileAt(volunteerId),
    erasureAt(volunteerId, 'account'),
    ...marks.map(({ mark }) => wayAt('phone', mark)),
  );
  if (isClosed({ list: known, erasure })) return refuse('account_closed');
  const way = { volunteerId, known, kind: 'phone', marks, ways, masked: maskPhone(phone) };
  const change = await exchanged(way, now);
  if (change.status === 'taken') return refuse('phone_taken');
  return [...change.writes, ...withPhone(volunteerId, profile, phone)];
}

function auditOf(it: Recovery, at: number): Write {
  const confirmed = it.kind === 'merge' ? 'accounts_merged' : 'account_recovered';
  const { state, openedBy, decidedBy = '', maskedPhone, closingId } = it;
  const to = maskedPhone ?? closingId;
  return audited(it.organisationId, {
    ...{ auditId: idFor('audit', it.recoveryId, state), at, by: openedBy, secondBy: decidedBy },
    action: state === 'done' ? confirmed : 'recovery_refused',
    ...{ subjectId: it.volunteerId, subjectName: it.maskedName, ...(to !== undefined && { to }) },
    why: it.refusedWhy ?? it.why,
  });
}

function notices({ recoveryId, state, kind, volunteerId, closingId, ...it }: Recovery, at: number) {
  const done =
    kind === 'merge'
      ? '您的两个账号已合并，工时、积分和登录方式都在保留的账号里。'
      : `您的登录手机号已换成 ${it.maskedPhone}，其他设备上的登录已退出。`;
  const text = state === 'done' ? done : '工作人员没有同意为您找回或合并账号的申请。';
  return [volunteerId, ...(closingId === undefined ? [] : [closingId])].map((one) =>
    tellOfAccount(one, { cause: `${recoveryId} ${state}`, text, at }),
  );
}
