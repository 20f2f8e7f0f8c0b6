import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { organisation, volunteer } from './given';

const parts = ['author', 'member', 'approver', 'above', 'stranger', 'sibling', 'keeper'] as const;
export const writeRoute = 'POST /organisations/{organisationId}/bulletins';

/**
 * A team below another organisation, with its people: the author organises and approves, `above` is admin of the one
 * above, `sibling` has every role beside it, `stranger` none anywhere.
 */
export async function teamWithBoard(cloud: TestCloud) {
  const who = {} as Record<(typeof parts)[number], Person>;
  for (const part of parts) who[part] = await volunteer(cloud, '王小明');
  const top = await organisation([[who.above, 'admin']]);
  const team = await organisation(
    [
      [who.author, 'member', 'organiser', 'approver'],
      [who.member, 'member'],
      [who.approver, 'approver'],
      [who.keeper, 'keeper'],
    ],
    [top],
  );
  await organisation([[who.sibling, 'organiser', 'approver', 'admin']], [top]);

  const writing = (text: string, title = '周六集合', by = who.author) => ({
    ...{ organisationId: team, requestId: newRequestId(), title, text },
    loginCode: cloud.wechat.issueLoginCode(by.openid),
  });
  const written = (text: string, title?: string) =>
    who.author.ask(writeRoute, writing(text, title));
  const boardOf = (person: Person) =>
    person.call('GET /organisations/{organisationId}/bulletins', { organisationId: team });
  /** The titles on the board as somebody sees it. */
  const titlesOn = async (person: Person) =>
    (
      await person.ask('GET /organisations/{organisationId}/bulletins', {
        ...{ organisationId: team, limit: 50 },
      })
    ).bulletins.map(({ title }) => title);
  return { who, top, team, writing, written, boardOf, titlesOn };
}
