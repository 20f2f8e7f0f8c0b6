import type { Input } from '#shared/api';
import { recoveryRoutes } from '#shared/recoveries';
import { audited } from '../audits/audit.table';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, create, read, untilWon } from '../platform/table';
import { proved } from '../sessions/proof';
import { smsAt } from '../sessions/sms-code.table';
import { maskPhone } from '../sessions/way.rules';
import { tellOfAccount } from './account-notices';
import { loadMerge } from './merging';
import type { Recovery } from './recovery.rules';
import { waitsMs } from './recovery.rules';
import { recoveryAt, sealNewPhone } from './recovery.table';
import { shownRecovery } from './shown-recovery';
import type { Subject } from './subject';
import { isFree, isWithin, nameOf, subjectOf } from './subject';

const route = 'POST /organisations/{organisationId}/recoveries';
type Asked = Input<typeof route>;

/** One member of staff asks; nothing happens to the account before another one has looked. */
export const askRecovery = handle(
  route,
  recoveryRoutes[route],
  async (request, { caller, now }) => {
    const { organisationId, requestId } = request;
    const by = caller.volunteerId;
    const recoveryId = idFor('recovery', by, requestId);
    const requestMark = idFor('request', JSON.stringify(request));
    return untilWon(async () => {
      await organisationFor(route, caller, organisationId);
      const [known] = await read(recoveryAt(organisationId, recoveryId));
      if (known) {
        return known.requestMark === requestMark
          ? shownRecovery(known, by, now)
          : refuse('request_differs');
      }
      const subject = await subjectFor(request, by);
      const ids = { recoveryId, requestMark, openedBy: by, openedAt: now };
      const { parts, writes } = await partsOf(request, recoveryId, now);
      const { kind, why } = request;
      const recovery: Recovery = {
        ...{ ...ids, version: 1, organisationId, kind, why, state: 'open' },
        ...{ volunteerId: subject.volunteerId, maskedName: nameOf(subject) },
        ...{ endsAt: now + waitsMs, ...parts },
      };
      await commit([
        create(recoveryAt(organisationId, recoveryId), recovery),
        ...writes,
        audited(organisationId, {
          ...{ auditId: idFor('audit', recoveryId, 'asked'), at: now, by, why },
          ...{ action: 'recovery_opened', subjectId: subject.volunteerId },
          subjectName: recovery.maskedName,
        }),
        ...notices(recovery),
      ]);
      return shownRecovery(recovery, by, now);
    });
  },
);

/** Whom it is about; nobody asks for themself, and nobody for whom they may not help. */
async function subjectFor(request: Asked, by: string): Promise<Subject> {
  const { volunteerId, closingId, organisationId } = request;
  if (!(await isWithin(volunteerId, organisationId))) return refuse('not_found');
  if (closingId !== undefined && !(await isFree(closingId, organisationId))) refuse('not_found');
  if (by === volunteerId || by === closingId) refuse('not_to_oneself');
  return subjectOf(volunteerId);
}

type Parts = Pick<Recovery, 'sealedPhone' | 'maskedPhone' | 'closingId' | 'closingName'>;

/** What the kind of the request adds to it, and what must be written with it. */
async function partsOf(
  request: Asked,
  recoveryId: string,
  now: number,
): Promise<{ parts: Parts; writes: Write[] }> {
  const { organisationId, volunteerId, closingId, phone = '', code = '', requestId } = request;
  if (closingId !== undefined) {
    const closing = await subjectOf(closingId);
    await loadMerge({ keepId: volunteerId, closingId }, now);
    return { parts: { closingId, closingName: nameOf(closing) }, writes: [] };
  }
  const [log] = await read(smsAt(phone));
  const proof = await proved(log, { phone, code, requestId, purpose: 'recovery' }, now);
  const sealedPhone = sealNewPhone({ organisationId, recoveryId }, phone);
  return { parts: { sealedPhone, maskedPhone: maskPhone(phone) }, writes: proof.writes };
}

/** The person hears of it while it can still be stopped, on both accounts. */
function notices({ recoveryId, kind, volunteerId, closingId, maskedPhone, openedAt }: Recovery) {
  const text =
    kind === 'recover'
      ? `工作人员正在为您把登录手机号换成 ${maskedPhone}，等另一位工作人员确认。`
      : '工作人员正在为您合并两个账号，等另一位工作人员确认。';
  const cause = `${recoveryId} asked`;
  return [volunteerId, ...(closingId === undefined ? [] : [closingId])].map((one) =>
    tellOfAccount(one, { cause, text, at: openedAt }),
  );
}
