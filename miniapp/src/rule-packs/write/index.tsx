import { useRouter } from '@tarojs/taro';
import type { RulePack } from '#shared/rule-packs';
import { Answer } from '../../answer/answer';
import { goBack } from '../../go';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { useRoute } from '../../use-route';
import { PackForm } from './pack-form';

/** The next version of a pack, begun from the one that is there. It holds nowhere until another admin adopts it. */
export default function WritePackPage() {
  const { packId = '', version = '' } = useRouter().params;
  const answer = useRoute(
    'GET /rule-packs/{packId}/{version}',
    packId && version ? { packId, version } : undefined,
  );
  return (
    <Page id='write-pack' title='写新版本'>
      <Answer of={answer} shape='card'>
        {({ may, pack }: { may: { write: boolean }; pack: RulePack }) =>
          may.write ? (
            <PackForm pack={pack} />
          ) : (
            <Empty
              id='write-pack-none'
              title='这一页不对您开放'
              text='规则由全市的管理员写，另一位管理员采用。'
              action={{ text: '返回', onPress: goBack }}
            />
          )
        }
      </Answer>
    </Page>
  );
}
