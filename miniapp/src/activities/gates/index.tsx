import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ShownGate } from '#shared/shifts';
import { clockOf } from '#shared/time';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { goInstead } from '../../go';
import { ownerId } from '../../tokens';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { ListRow } from '../../ui/list-row/list-row';
import { Page } from '../../ui/page/page';
import { Sheet } from '../../ui/sheet/sheet';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { dropBatch, keepBatch } from '../code/batch';

/** Which screens show codes at a shift, and what to do when one of them is lost, stolen or without power. */
export default function GatesPage() {
  const { shiftId = '' } = useRouter().params;
  const gates = useRoute('GET /shifts/{shiftId}/gates', shiftId ? { shiftId } : undefined);
  const [chosen, choose] = useState<ShownGate>();
  const done = async () => {
    choose(undefined);
    await gates.refresh();
  };
  return (
    <Page id='gates' title='签到口'>
      <Answer of={gates}>
        {(data) =>
          data.gates.length === 0 ? (
            <Empty
              id='gates-none'
              title='还没有签到口'
              text='打开“签到码”页面，这部手机就成为一个签到口。'
            />
          ) : (
            <Card>
              {data.gates.map((gate) => (
                <Row key={gate.gate} gate={gate} onPress={() => choose(gate)} />
              ))}
            </Card>
          )
        }
      </Answer>
      {chosen && (
        <GateSheet
          shiftId={shiftId}
          gate={chosen}
          onClose={() => choose(undefined)}
          onDone={done}
        />
      )}
    </Page>
  );
}

const nameOf = ({ gate, maskedName, mine }: ShownGate): string =>
  `${gate + 1} 号 · ${mine ? '我' : maskedName}`;

function Row({ gate, onPress }: { gate: ShownGate; onPress: () => void }) {
  const { issuedAt, revokedAt } = gate;
  const stopped = revokedAt !== undefined;
  return (
    <ListRow
      id={`gate-${gate.gate}`}
      title={nameOf(gate)}
      note={`${clockOf(issuedAt)} 起${stopped ? `，${clockOf(revokedAt)} 停用` : ''}`}
      extra={<Tag tone={stopped ? 'plain' : 'leaf'}>{stopped ? '已停用' : '使用中'}</Tag>}
      {...(!stopped && { onPress })}
    />
  );
}

type GateSheetProps = {
  shiftId: string;
  gate: ShownGate;
  onClose: () => void;
  onDone: () => Promise<void>;
};

function GateSheet({ shiftId, gate, onClose, onDone }: GateSheetProps) {
  const { busy, said, run } = useCommand();
  const asked = { shiftId, gate: gate.gate };
  const take = () =>
    run(async () => {
      const batch = await call('POST /shifts/{shiftId}/gates/{gate}/takeover', asked);
      const owner = ownerId();
      if (owner) keepBatch(owner, batch);
      goInstead('/activities/code/index', { shiftId });
    });
  const stop = () =>
    run(async () => {
      await call('DELETE /shifts/{shiftId}/gates/{gate}', asked);
      const owner = ownerId();
      if (owner && gate.mine) dropBatch(owner, shiftId);
      await onDone();
    });
  return (
    <Sheet id='gate-sheet' open title={nameOf(gate)} closeText='取消' onClose={onClose}>
      {said !== '' && (
        <Banner id='gate-said' tone='error'>
          {said}
        </Banner>
      )}
      <ListRow
        title='停用后，这个口显示过的码立刻失效'
        note='从这个口签到的人会列为存疑，签退后要由组织者逐人确认'
      />
      {!gate.mine && (
        <Button id='gate-take' busy={busy} onPress={() => void take()}>
          由我接管，改用我的手机出示
        </Button>
      )}
      <Button id='gate-stop' kind='quiet' busy={busy} onPress={() => void stop()}>
        {gate.mine ? '停用这个签到口' : '只停用，不接管'}
      </Button>
    </Sheet>
  );
}
