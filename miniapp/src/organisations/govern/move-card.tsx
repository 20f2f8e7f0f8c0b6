import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { OrganisationShown } from '#shared/organisations';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Children } from '../children';
import styles from '../parts.module.scss';

type Place = { organisationId: string; name: string };
export type MoveCardProps = {
  organisation: OrganisationShown;
  onChosen: (parent: { parentId: string; name: string }) => void;
};

/** Going through the tree to the new parent: down by a press, up by the line above. */
export function MoveCard({ organisation, onChosen }: MoveCardProps) {
  const [line, setLine] = useState<Place[]>(organisation.above.slice(0, 1));
  const at = line[line.length - 1];
  const parent = organisation.above[organisation.above.length - 1];
  if (!at) return null;
  const { organisationId: parentId, name } = at;
  return (
    <>
      <Card title='移到另一个上级'>
        <Text className={styles.text}>
          {`现在的上级：${parent?.name ?? ''}。在下面逐级选择新的上级，下级组织会一起移动。`}
        </Text>
        {line.map((place, index) => (
          <ListRow
            key={place.organisationId}
            id={`move-at-${index}`}
            title={place.name}
            note={index === line.length - 1 ? '已选' : '回到这一级'}
            onPress={() => setLine(line.slice(0, index + 1))}
          />
        ))}
        {parentId !== parent?.organisationId && (
          <Button id='move-here' onPress={() => onChosen({ parentId, name })}>
            移到这里
          </Button>
        )}
      </Card>
      <Children
        key={parentId}
        organisationId={parentId}
        onPress={(one) =>
          setLine([...line, { organisationId: one.organisationId, name: one.name }])
        }
      />
    </>
  );
}
