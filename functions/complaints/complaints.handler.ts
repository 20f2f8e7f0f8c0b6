import { complaintRoutes } from '#shared/complaints';
import { dayMs } from '#shared/time';
import { activityAt } from '../activities/activity.table';
import { complaintsIndex, myComplaintsIndex } from '../indexes';
import { organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, glance, query, read, untilWon } from '../platform/table';
import type { Complaint } from './complaint.rules';
import { dueAfter, firstHandler } from './complaint.rules';
import { complaintAt, handedTo, noteDue } from './complaint.table';
import { shown } from './shown';

/** Complains once for one request; the organisation above the one complained of has seven days to answer. */
export const complain = handle(
  'POST /complaints',
  complaintRoutes['POST /complaints'],
  async ({ requestId, subject, reason, text }, { caller: { volunteerId }, now }) => {
    const complaintId = idFor('complaint', volunteerId, requestId);
    return untilWon(async () => {
      const [known] = await read(complaintAt(complaintId));
      if (known) return known.text === text ? shown(known) : refuse('request_differs');

      await brake(volunteerId, now);
      const about = await subjectOf(subject);
      const path = firstHandler(about.path);
      const [handler] = await read(organisationAt(path[path.length - 1] ?? ''));
      const complaint = handedTo(
        {
          ...{ version: 1, complaintId, volunteerId, reason, text, at: now, answers: [] },
          subject: { ...subject, title: about.title },
        },
        { path, name: handler?.name ?? '', dueAt: dueAfter(now) },
      );
      await commit([create(complaintAt(complaintId), complaint), noteDue(complaint)]);
      return shown(complaint);
    });
  },
);

const perDay = 5;

/** A brake, not a rule: the index may be a moment behind. */
async function brake(volunteerId: string, now: number): Promise<void> {
  const mine = { index: 'gx1', pk: myComplaintsIndex(volunteerId), newestFirst: true } as const;
  const { items } = await query<Complaint>({ ...mine, limit: perDay });
  const oldest = items[perDay - 1];
  if (oldest && oldest.at > now - dayMs) refuse('too_many_requests');
}

/** What is complained of and the path of the organisation that answers for it. Drafts are nobody's to see. */
async function subjectOf({ kind, id }: { kind: 'activity' | 'organisation'; id: string }) {
  if (kind === 'organisation') {
    const [organisation] = await read(organisationAt(id));
    if (organisation?.state !== 'active' && organisation?.state !== 'frozen') {
      return refuse('not_found');
    }
    return { title: organisation.name, path: organisation.path };
  }
  const [activity] = await read(activityAt(id));
  if (activity?.publishedAt === undefined) return refuse('not_found');
  return { title: activity.title, path: activity.path };
}

export const myComplaints = handle(
  'GET /me/complaints',
  complaintRoutes['GET /me/complaints'],
  async ({ limit, cursor }, { caller, now }) => {
    const pk = myComplaintsIndex(caller.volunteerId);
    const page = await query<Complaint>({ index: 'gx1', pk, limit, cursor, newestFirst: true });
    return { complaints: page.items.map(shown), cursor: page.cursor, now };
  },
);

export const complaintsToAnswer = handle(
  'GET /organisations/{organisationId}/complaints',
  complaintRoutes['GET /organisations/{organisationId}/complaints'],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    const [organisation] = await read(organisationAt(organisationId));
    if (!organisation) return refuse('not_found');
    const route = 'GET /organisations/{organisationId}/complaints';
    await demandRole(route, caller, organisation.path);
    const pk = complaintsIndex(organisationId);
    const page = await query<Complaint>({ index: 'gx2', pk, limit, cursor });
    // The index may be a moment behind: what was answered meanwhile does not wait any more.
    const fresh = await glance(...page.items.map((it) => complaintAt(it.complaintId)));
    const waiting = fresh.filter((it): it is Complaint => it?.state === 'open');
    return { complaints: waiting.map(shown), cursor: page.cursor, now };
  },
);
