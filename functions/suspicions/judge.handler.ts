import { suspicionRoutes } from '#shared/suspicions';
import { suspicionVerdicts } from '#shared/suspicions.words';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, replace, untilWon } from '../platform/table';
import { findingFor } from './finding-for';
import { shownFindings } from './shown';
import type { Finding } from './suspicion.rules';
import { judgeVerdict } from './suspicion.rules';
import { findingAt } from './suspicion.table';

const route = 'POST /organisations/{organisationId}/suspicions/{findingId}/verdict';

/** What an auditor came to, once. Nothing follows by itself: whoever is sure objects to the row, as anybody may. */
export const judgeSuspicion = handle(
  route,
  suspicionRoutes[route],
  async ({ organisationId, findingId, verdict, reason }, { caller, now }) =>
    untilWon(async () => {
      const finding = await findingFor(route, caller, { organisationId, findingId });
      const judged = { by: caller.volunteerId, verdict, reason };
      const judgement = judgeVerdict(finding, judged);
      if (judgement.status === 'refused') return refuse(judgement.code);
      if (judgement.status === 'exists') return shown(finding, now);

      const next: Finding = { ...finding, judged: { ...judged, at: now } };
      await commit([
        replace(findingAt(findingId), next),
        // On the log of the auditor's own organisation: who is suspected reads the one below.
        audited(organisationId, {
          ...{ auditId: idFor('audit', 'suspicion', findingId), at: now, by: caller.volunteerId },
          ...{ action: 'suspicion_judged', subjectId: finding.subject.id, why: reason },
          subjectName: `${finding.month} 线索 ${findingId}`,
          to: suspicionVerdicts[verdict],
        }),
      ]);
      return shown(next, now);
    }),
);

async function shown(finding: Finding, now: number) {
  const [one] = await shownFindings([finding], now);
  return one ?? refuse('not_found');
}
