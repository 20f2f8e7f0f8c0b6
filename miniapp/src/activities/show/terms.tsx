import type { ActivityShown } from '#shared/activities';
import { skills, trainings } from '#shared/vocabulary';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

type Terms = Pick<ActivityShown, 'conditions' | 'insurance'>;

/** Whom it takes and what covers them; nothing where nothing is asked and nothing covered. */
export function TermsCard({ conditions, insurance }: Terms) {
  const wanted = wantedIn(conditions);
  if (wanted.length === 0 && !insurance) return null;
  return (
    <Card id='activity-terms' title='报名须知'>
      {wanted.length > 0 && <ListRow title='招募条件' note={wanted.join('、')} />}
      {insurance && (
        <ListRow
          id='activity-insurance'
          title='保险'
          note={`${insurance.insurer} · 保单号 ${insurance.policyNumber}\n${insurance.coverage}`}
        />
      )}
    </Card>
  );
}

/** The conditions as people say them. */
export function wantedIn({
  minAge,
  maxAge,
  realName,
  ...asked
}: ActivityShown['conditions']): string[] {
  const ages =
    minAge !== undefined && maxAge !== undefined
      ? [`${minAge} 至 ${maxAge} 岁`]
      : [
          ...(minAge === undefined ? [] : [`满 ${minAge} 岁`]),
          ...(maxAge === undefined ? [] : [`不超过 ${maxAge} 岁`]),
        ];
  return [
    ...ages,
    ...(realName ? ['已实名'] : []),
    ...(asked.skills ?? []).map((skill) => `会${skills[skill]}`),
    ...(asked.trainings ?? []).map((training) => `完成${trainings[training]}`),
  ];
}
