import { Text } from '@tarojs/components';
import type { PackRow } from '#shared/rule-packs';
import { packStandings } from '#shared/rule-packs.words';
import { Answer } from '../../answer/answer';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Tag } from '../../ui/tag/tag';
import { useRoute } from '../../use-route';
import styles from '../index.module.scss';
import { exampleWord, regionWord, standingTones, validWord } from '../pack-words';

/** How hours are counted here and elsewhere, for everybody to read; and what waits to be adopted. */
export default function PacksPage() {
  const answer = useRoute('GET /rule-packs', {});
  return (
    <Page id='rule-packs' title='工时规则'>
      <Card>
        <Text className={styles.text}>
          服务多少分钟计多少工时，由活动所在地的规则决定。规则有版本、有生效日期；活动发布时定下版本，以后不再变，已记的工时也不会重算。
        </Text>
      </Card>
      <Answer of={answer}>
        {({ packs }) =>
          packs.length === 0 ? (
            <Empty title='还没有规则' />
          ) : (
            <Card title='各地的规则'>
              {packs.map((pack) => (
                <Row key={`${pack.packId} ${pack.version}`} pack={pack} />
              ))}
            </Card>
          )
        }
      </Answer>
    </Page>
  );
}

function Row({ pack }: { pack: PackRow }) {
  const { packId, version, name, region, standing, examples } = pack;
  const shown = examples.filter(
    ({ servedMinutes }) => servedMinutes === 25 || servedMinutes === 70,
  );
  return (
    <ListRow
      id={`pack-${packId}-${version}`}
      title={`${name}（第 ${version} 版）`}
      note={`${regionWord(region)} · ${validWord(pack)} · ${shown.map(exampleWord).join('，')}`}
      extra={<Tag tone={standingTones[standing]}>{packStandings[standing]}</Tag>}
      onPress={() => go('/rule-packs/show/index', { packId, version: String(version) })}
    />
  );
}
