import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OrganisationShown } from '#shared/organisations';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { goBack } from '../../go';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import styles from '../parts.module.scss';
import { Said } from '../said';
import { MoveCard } from './move-card';

/** What only those above an organisation do with it: freezing, freeing and moving it, each with a reason. */
export default function GovernPage() {
  const { organisationId } = useRouter().params;
  const answer = useRoute(
    'GET /organisations/{organisationId}',
    organisationId ? { organisationId } : undefined,
  );
  return (
    <Page id='govern' title='冻结与移动'>
      <Answer of={answer} shape='card'>
        {(data) =>
          data.may.govern ? (
            <Govern organisation={data} />
          ) : (
            <Empty
              id='govern-none'
              title='这一页不对您开放'
              text='冻结和移动由上级组织的管理员办理。'
              action={{ text: '返回', onPress: goBack }}
            />
          )
        }
      </Answer>
    </Page>
  );
}

type Asked = 'freeze' | { parentId: string; name: string };

function Govern({ organisation }: { organisation: OrganisationShown }) {
  const { organisationId, name, state } = organisation;
  const { busy, said, run } = useCommand();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [asked, ask] = useState<Asked>();
  const why = reason.trim();
  const frozen = state !== 'frozen';
  const askFor = (what: Asked) => (why ? ask(what) : setWrong('请先写明原因'));
  const act = () =>
    void run(async () => {
      ask(undefined);
      if (asked === 'freeze') {
        await call('PUT /organisations/{organisationId}/freeze', {
          ...{ organisationId, frozen, reason: why },
        });
      } else if (asked) {
        const { parentId } = asked;
        await call('PUT /organisations/{organisationId}/parent', {
          ...{ organisationId, parentId, reason: why },
        });
      }
      goBack();
    });
  const freezeWord = frozen ? '冻结' : '解除冻结';
  return (
    <>
      <Said>{said}</Said>
      <Card>
        <Text className={styles.title}>{name}</Text>
        <Field
          id='govern-reason'
          label='原因'
          maxLength={200}
          hint='会留在操作记录里'
          value={reason}
          error={wrong}
          onChange={(text) => {
            setReason(text);
            setWrong(undefined);
          }}
        />
      </Card>
      <Card title={freezeWord}>
        <Text className={styles.text}>
          {frozen
            ? '冻结后，它和下级组织的所有角色都停用，不能发布活动、不能加入。已有的服务记录不变。'
            : '解除后，所有角色恢复，可以正常开展活动。'}
        </Text>
        <Button id='freeze' kind='plain' busy={busy} onPress={() => askFor('freeze')}>
          {freezeWord}
        </Button>
      </Card>
      <MoveCard organisation={organisation} onChosen={askFor} />
      <Dialog
        id='govern-dialog'
        open={asked !== undefined}
        title={asked === 'freeze' ? `${freezeWord}“${name}”？` : '移动组织？'}
        text={
          asked === 'freeze' || asked === undefined
            ? `原因：${why}`
            : `把“${name}”连同下级移到“${asked.name}”之下。原因：${why}`
        }
        confirm={asked === 'freeze' ? freezeWord : '移动'}
        onConfirm={act}
        onCancel={() => ask(undefined)}
      />
    </>
  );
}
