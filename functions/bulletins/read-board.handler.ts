import type { BulletinRow, BulletinShown } from '#shared/bulletins';
import { bulletinRoutes } from '#shared/bulletins';
import { boardIndex, bulletinQueueIndex } from '../indexes';
import { pathOf, pathsOf } from '../organisations/organisation-for';
import { demandRole, rightsOf } from '../organisations/rights';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import type { Bulletin } from './bulletin.rules';
import { excerptOf } from './bulletin.rules';
import { boardAt, bulletinAt } from './bulletin.table';
import { organisationOf, readsBoard } from './standing';

/** The board of an organisation, to its people. For everybody else there is none. */
export const board = handle(
  'GET /organisations/{organisationId}/bulletins',
  bulletinRoutes['GET /organisations/{organisationId}/bulletins'],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    const { path, name } = await organisationOf(organisationId);
    if (!(await readsBoard(caller.volunteerId, path))) return refuse('not_found');
    const [page, pinned, may] = await Promise.all([
      query<Bulletin>({
        ...{ index: 'gx1', pk: boardIndex(organisationId), newestFirst: true, limit, cursor },
      }),
      cursor === undefined ? pinnedOf(organisationId) : undefined,
      rightsOf(caller, path),
    ]);
    return {
      organisationName: name,
      ...(pinned && { pinned: rowOf(pinned) }),
      bulletins: page.items.map(rowOf),
      cursor: page.cursor,
      mayWrite: may('POST /organisations/{organisationId}/bulletins'),
      mayDecide: may('GET /organisations/{organisationId}/bulletin-queue'),
      now,
    };
  },
);

async function pinnedOf(organisationId: string): Promise<Bulletin | undefined> {
  const [known] = await read(boardAt(organisationId));
  const [pinned] = await read(known?.pinnedId ? bulletinAt(known.pinnedId) : undefined);
  return pinned?.state === 'published' ? pinned : undefined;
}

const rowOf = (bulletin: Bulletin): BulletinRow => ({
  bulletinId: bulletin.bulletinId,
  title: bulletin.title,
  excerpt: excerptOf(bulletin.text),
  authorMaskedName: bulletin.authorMaskedName,
  at: bulletin.publishedAt ?? bulletin.writtenAt,
});

/** What waits in the organisation and below it. The queue is one for the whole tree, so a page may hold fewer. */
export const queue = handle(
  'GET /organisations/{organisationId}/bulletin-queue',
  bulletinRoutes['GET /organisations/{organisationId}/bulletin-queue'],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    const { path } = await organisationOf(organisationId);
    await demandRole('GET /organisations/{organisationId}/bulletin-queue', caller, path, {
      hidden: !(await readsBoard(caller.volunteerId, path)),
    });
    const page = await query<Bulletin>({
      ...{ index: 'gx2', pk: bulletinQueueIndex(path[0] ?? organisationId), limit, cursor },
    });
    const paths = await pathsOf(page.items);
    const below = page.items.filter((_, index) => paths[index]?.includes(organisationId));
    return {
      bulletins: below.map((it) => ({
        ...rowOf(it),
        organisationName: it.organisationName,
        own: it.authorId === caller.volunteerId,
      })),
      cursor: page.cursor,
      now,
    };
  },
);

/** One bulletin: published, to the organisation's people; in any state to its author and to who decides on it. */
export const show = handle(
  'GET /bulletins/{bulletinId}',
  bulletinRoutes['GET /bulletins/{bulletinId}'],
  async ({ bulletinId }, { caller }) => {
    const [bulletin] = await read(bulletinAt(bulletinId));
    if (!bulletin) return refuse('not_found');
    const { state, authorId, organisationId } = bulletin;
    const path = await pathOf(bulletin);
    const [may, reads, [onBoard]] = await Promise.all([
      rightsOf(caller, path),
      readsBoard(caller.volunteerId, path),
      read(boardAt(organisationId)),
    ]);
    const decides = may('POST /bulletins/{bulletinId}/decision');
    const removes = may('POST /bulletins/{bulletinId}/removal');
    const isAuthor = authorId === caller.volunteerId;
    const open = decides || (isAuthor && reads) || (reads && state === 'published');
    if (!open) return refuse('not_found');
    return {
      ...shownOf(bulletin),
      pinned: state === 'published' && onBoard?.pinnedId === bulletinId,
      mayDecide: state === 'in_review' && decides && !isAuthor,
      mayRemove: removes && (state === 'published' || (state === 'in_review' && isAuthor)),
      mayPin: state === 'published' && may('PUT /organisations/{organisationId}/pinned-bulletin'),
    };
  },
);

const shownOf = (
  bulletin: Bulletin,
): Omit<BulletinShown, 'pinned' | 'mayDecide' | 'mayRemove' | 'mayPin'> => ({
  bulletinId: bulletin.bulletinId,
  organisationId: bulletin.organisationId,
  organisationName: bulletin.organisationName,
  title: bulletin.title,
  text: bulletin.text,
  authorMaskedName: bulletin.authorMaskedName,
  state: bulletin.state,
  reason: bulletin.reason,
  at: bulletin.publishedAt ?? bulletin.writtenAt,
});
