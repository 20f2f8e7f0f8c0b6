import { useState } from 'react';
import type { ReadingPurpose } from '#shared/dependants';
import type { MemberRow } from '#shared/organisations';
import { organisationRoles } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { Minors } from '../../minors/minors';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { LoadMore } from '../../ui/load-more/load-more';
import { usePages } from '../../use-route';
import { dateWord } from '../../words';
import { MemberSheet } from './member-sheet';

export type MemberListProps = { organisationId: string; manages: boolean };

type Line = MemberRow | { withheld: number };

/** The members, masked, with what each may do; a press opens their roles for whoever may change them. */
export function MemberList({ organisationId, manages }: MemberListProps) {
  const [purpose, say] = useState<ReadingPurpose>();
  const list = usePages(
    'GET /organisations/{organisationId}/members',
    { organisationId, ...(purpose && { purpose }) },
    // How many minors a page holds back stands among its rows, so that every page counts.
    (it): Line[] => [...it.members, { withheld: it.withheldMinors }],
  );
  const rows = list.rows.flatMap((it) => ('withheld' in it ? [] : [it]));
  const withheld = list.rows.reduce((sum, it) => sum + ('withheld' in it ? it.withheld : 0), 0);
  const me = usePerson((it) => it.person?.volunteerId);
  const [chosen, choose] = useState<MemberRow>();
  return (
    <Answer of={list}>
      {() =>
        rows.length + withheld === 0 && list.tail === 'end' ? (
          <Empty id='members-none' title='还没有成员' text='可以发邀请码，或者等人申请加入。' />
        ) : (
          <>
            <Minors count={withheld} purpose={purpose} onChoose={say} />
            {rows.length > 0 && (
              <Card>
                {rows.map((one) => (
                  <ListRow
                    key={one.volunteerId}
                    id={`member-${one.volunteerId}`}
                    title={one.volunteerId === me ? `${one.maskedName}（我）` : one.maskedName}
                    note={rolesWord(one)}
                    onPress={manages && one.volunteerId !== me ? () => choose(one) : undefined}
                  />
                ))}
              </Card>
            )}
            {(rows.length > 0 || list.tail !== 'end') && (
              <LoadMore
                state={list.tail === 'more' ? 'idle' : list.tail}
                onMore={() => void list.loadMore()}
              />
            )}
            {chosen && (
              <MemberSheet
                key={chosen.volunteerId}
                organisationId={organisationId}
                member={chosen}
                onClose={() => choose(undefined)}
                onDone={async () => {
                  choose(undefined);
                  await list.refresh();
                }}
              />
            )}
          </>
        )
      }
    </Answer>
  );
}

/** 成员、审核人（至 12月1日） */
const rolesWord = ({ roles }: MemberRow): string =>
  roles
    .map(({ role, endsAt }) =>
      endsAt === undefined
        ? organisationRoles[role]
        : `${organisationRoles[role]}（至 ${dateWord(endsAt)}）`,
    )
    .join('、');
