import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrganisationShown } from '#shared/organisations';
import { call, Refused } from '../../api';
import { vibrate } from '../../device/vibrate';
import { enter } from '../../entry';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { useCommand } from '../../use-command';
import { Said } from '../said';
import { actionsOf } from './actions';

export type JoinBarProps = { organisation: OrganisationShown; onChanged: () => Promise<void> };

/** The foot of the page: joining, answering an invitation, taking a request back, leaving. */
export function JoinBar({ organisation, onChanged }: JoinBarProps) {
  const { busy, said, run } = useCommand();
  const [asking, ask] = useState(false);
  const { organisationId, name } = organisation;
  const { join, leave } = actionsOf(organisation);

  const joinIt = async () => {
    const entry = await enter();
    if (entry.status === 'away') return;
    if (entry.status === 'failed') throw new Refused('busy', 503, entry.reason);
    await call('PUT /organisations/{organisationId}/membership', { organisationId });
    vibrate();
    await onChanged();
  };
  const leaveIt = async () => {
    ask(false);
    await call('DELETE /organisations/{organisationId}/membership', { organisationId });
    await onChanged();
  };

  return (
    <View>
      <Said>{said}</Said>
      <View>
        {join && (
          <Button id='join' busy={busy} onPress={() => void run(joinIt)}>
            {join}
          </Button>
        )}
        {leave && (
          <Button
            id='leave'
            kind={join ? 'quiet' : 'plain'}
            disabled={busy}
            onPress={() => ask(true)}
          >
            {leave.text}
          </Button>
        )}
      </View>
      <Dialog
        id='leave-dialog'
        open={asking}
        title={`${leave?.text ?? ''}？`}
        text={`${name}。${leave?.note ?? ''}`}
        confirm={leave?.text ?? ''}
        cancel='再想想'
        onConfirm={() => void run(leaveIt)}
        onCancel={() => ask(false)}
      />
    </View>
  );
}
