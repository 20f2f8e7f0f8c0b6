import type { NoticeShown } from '#shared/notices';
import type { Address } from '../../go';

/** The pages that a notice may lead to, and what each calls the id of what it shows. */
const pages: Record<string, string | undefined> = {
  '/activities/code/index': 'shiftId',
  '/activities/show/index': 'activityId',
  '/bulletins/show/index': 'bulletinId',
  '/certificates/show/index': 'certificateId',
  '/checkins/records/index': '',
  '/complaints/mine/index': '',
  '/dependants/family/index': '',
  '/imports/list/index': 'organisationId',
  '/organisations/show/index': 'organisationId',
  '/rule-packs/list/index': '',
  '/sessions/ways/index': '',
  '/shifts/running/index': 'shiftId',
  '/settlements/appeal/index': 'shiftId',
  '/signups/sheet/index': 'shiftId',
  '/typed-hours/list/index': 'organisationId',
  '/volunteers/data/index': '',
};

/** Where a notice leads; nowhere when this build has no such page. */
export function wayOf(
  link: NoticeShown['link'],
): { address: Address; query: Record<string, string> } | undefined {
  const name = link && pages[link.page];
  if (!link || name === undefined) return undefined;
  return { address: link.page as Address, query: name && link.id ? { [name]: link.id } : {} };
}
