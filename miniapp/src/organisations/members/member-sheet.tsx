import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GrantableRole, MemberRow } from '#shared/organisations';
import { dayOf } from '#shared/time';
import { organisationRoles } from '#shared/vocabulary';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { useCommand } from '../../use-command';
import { Choices } from '../choices';
import styles from '../parts.module.scss';
import { Said } from '../said';
import { endOfDay, rolesOf } from './roles';

export type MemberSheetProps = {
  organisationId: string;
  member: MemberRow;
  onClose: () => void;
  onDone: () => Promise<void>;
};

const options = (
  ['organiser', 'approver', 'keeper', 'counter', 'auditor', 'admin'] as GrantableRole[]
).map((value) => ({ value, text: organisationRoles[value] }));
const dashed = (day: string) => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** What a member may do here, for good or until a day, with the reason; and ending the membership. */
export function MemberSheet({ organisationId, member, onClose, onDone }: MemberSheetProps) {
  const { volunteerId, maskedName, version } = member;
  const { busy, said, run } = useCommand();
  const [roles, setRoles] = useState<GrantableRole[]>(rolesOf(member));
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [removing, remove] = useState(false);
  const why = reason.trim();
  const withReason = (work: () => unknown) => (why ? work() : setWrong('请写明原因'));
  const save = () =>
    void run(async () => {
      const endsAt = until === '' ? undefined : endOfDay(until);
      await call('PUT /organisations/{organisationId}/members/{volunteerId}/roles', {
        ...{ organisationId, volunteerId, version, reason: why },
        roles: roles.map((role) => ({ role, ...endsFor(member, role, endsAt) })),
      });
      await onDone();
    });
  const end = () =>
    void run(async () => {
      remove(false);
      await call('POST /organisations/{organisationId}/members/{volunteerId}/removal', {
        ...{ organisationId, volunteerId, reason: why },
      });
      await onDone();
    });
  return (
    <Sheet id='member-sheet' open title={maskedName} closeText='取消' onClose={onClose}>
      <Said>{said}</Said>
      <Choices
        id='roles'
        label='角色'
        options={options}
        values={roles}
        max={options.length}
        onChange={setRoles}
      />
      <PickerField
        id='roles-until'
        label='新给的角色到哪天为止（可不填）'
        kind='date'
        start={dashed(dayOf(serverNow()))}
        value={until}
        hint='到期自动收回，适合临时代管'
        onChange={setUntil}
      />
      <Field
        id='roles-reason'
        label='原因'
        maxLength={200}
        hint='会告诉本人，并留在操作记录里'
        value={reason}
        error={wrong}
        onChange={(text) => {
          setReason(text);
          setWrong(undefined);
        }}
      />
      <Button id='roles-save' busy={busy} onPress={() => withReason(save)}>
        保存角色
      </Button>
      <View className={styles.pair}>
        <View className={styles.half}>
          <Button
            id='member-training'
            kind='quiet'
            onPress={() =>
              go('/signups/training/index', { organisationId, volunteerId, name: maskedName })
            }
          >
            记录培训
          </Button>
        </View>
        <View className={styles.half}>
          <Button
            id='member-remove'
            kind='quiet'
            disabled={busy}
            onPress={() => withReason(() => remove(true))}
          >
            移出组织
          </Button>
        </View>
      </View>
      <Dialog
        id='remove-dialog'
        open={removing}
        title={`移出 ${maskedName}？`}
        text={`原因：${why}。对方的服务时长不受影响，以后可以再申请加入。`}
        confirm='移出'
        onConfirm={end}
        onCancel={() => remove(false)}
      />
    </Sheet>
  );
}

/** A role that was there keeps its own end; a new one gets the chosen day. */
function endsFor(member: MemberRow, role: GrantableRole, endsAt: number | undefined) {
  const known = member.roles.find((it) => it.role === role);
  const end = known ? known.endsAt : endsAt;
  return end === undefined ? {} : { endsAt: end };
}
