import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RecoveryShown, RecoveryState } from '#shared/recoveries';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/field/field';
import { ListRow } from '../../ui/list-row/list-row';
import type { Tone } from '../../ui/tag/tag';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { momentWord } from '../../words';
import styles from './index.module.scss';

const states: Record<RecoveryState, { text: string; tone: Tone }> = {
  open: { text: '待确认', tone: 'sun' },
  done: { text: '已办理', tone: 'leaf' },
  refused: { text: '未同意', tone: 'plain' },
  expired: { text: '已过期', tone: 'plain' },
};

type CardProps = {
  organisationId: string;
  recovery: RecoveryShown;
  onDone: () => Promise<void>;
};

/** One request with all that the second member of staff has to compare. */
export function RecoveryCard({ organisationId, recovery, onDone }: CardProps) {
  const { recoveryId, kind, state, maskedName, maskedPhone, closingId, own } = recovery;
  const now = serverNow();
  const shown = states[state];
  return (
    <Card id={`recovery-${recoveryId}`} title={kind === 'merge' ? '合并账号' : '更换登录手机号'}>
      <ListRow
        title={kind === 'merge' ? `保留 ${maskedName}` : maskedName}
        note={`编号 ${recovery.volunteerId}`}
        extra={<Tag tone={shown.tone}>{shown.text}</Tag>}
      />
      {maskedPhone !== undefined && <ListRow title='新的手机号' extra={maskedPhone} />}
      {closingId !== undefined && (
        <ListRow title={`关闭 ${recovery.closingName ?? ''}`} note={`编号 ${closingId}`} />
      )}
      <ListRow title='原因' note={recovery.why} />
      {recovery.refusedWhy !== undefined && (
        <ListRow title='未同意的原因' note={recovery.refusedWhy} />
      )}
      <ListRow
        title={state === 'open' ? `${momentWord(recovery.endsAt, now)} 前有效` : '申请时间'}
        note={`${momentWord(recovery.openedAt, now)} 申请`}
      />
      {state === 'open' && <Decide {...{ organisationId, recoveryId, own, kind, onDone }} />}
    </Card>
  );
}

type DecideProps = Pick<RecoveryShown, 'recoveryId' | 'own' | 'kind'> & Omit<CardProps, 'recovery'>;

function Decide({ organisationId, recoveryId, own, kind, onDone }: DecideProps) {
  const [asking, ask] = useState<'confirm' | 'refuse'>();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const { busy, said, run } = useCommand();
  const decide = async () => {
    if (asking === 'refuse' && why.trim() === '') return setError('请写下原因');
    const request = { organisationId, recoveryId };
    await run(async () => {
      await call(
        'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision',
        asking === 'refuse'
          ? { ...request, decision: 'refuse', why: why.trim() }
          : { ...request, decision: 'confirm' },
      );
      await onDone();
    });
    ask(undefined);
  };
  const confirmText =
    kind === 'merge'
      ? '工时和积分会转到保留的账号，另一个账号随即关闭，不能撤回。请确认两个账号是同一个人。'
      : '新的手机号可以登录，其他设备会退出。请确认已当面核对本人身份。';
  return (
    <View>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      {own && <Banner tone='waiting'>等另一位管理员或审计员确认，您不能确认自己的申请</Banner>}
      {!own && (
        <View className={styles.second}>
          <Button id={`confirm-${recoveryId}`} kind='plain' onPress={() => ask('confirm')}>
            确认办理
          </Button>
        </View>
      )}
      <View className={styles.second}>
        <Button id={`refuse-${recoveryId}`} kind='quiet' onPress={() => ask('refuse')}>
          {own ? '撤回申请' : '不同意'}
        </Button>
      </View>
      <Dialog
        id={`decide-${recoveryId}`}
        open={asking !== undefined}
        title={asking === 'confirm' ? '确认办理？' : own ? '撤回申请？' : '不同意？'}
        text={asking === 'confirm' ? confirmText : undefined}
        confirm={asking === 'confirm' ? '确认办理' : own ? '撤回' : '不同意'}
        cancel='返回'
        busy={busy}
        onConfirm={() => void decide()}
        onCancel={() => ask(undefined)}
      >
        {asking === 'refuse' && (
          <Field
            id={`why-${recoveryId}`}
            label='原因'
            maxLength={100}
            hint='本人会收到通知，原因写入审计日志'
            value={why}
            error={error}
            onChange={(typed) => {
              setWhy(typed);
              setError(undefined);
            }}
          />
        )}
      </Dialog>
    </View>
  );
}
