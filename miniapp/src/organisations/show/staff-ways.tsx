import type { OrganisationShown } from '#shared/organisations';
import type { Address } from '../../go';
import { go } from '../../go';
import { usePerson } from '../../tokens';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

type Way = { id: string; text: string; address: Address; may: boolean };

/** What one's role opens here, each a page; and proposing an organisation below this one, for whoever is signed in. */
export function StaffWays({ organisation }: { organisation: OrganisationShown }) {
  const { organisationId, may, holds, state, above } = organisation;
  const signedIn = usePerson((it) => it.person !== undefined);
  const ways: Way[] = [
    { id: 'members', text: '成员', address: '/organisations/members/index', may: may.seeMembers },
    {
      ...{ id: 'proposals', text: '待核验的下级组织', may: may.verify },
      address: '/organisations/proposals/index',
    },
    { id: 'settings', text: '组织资料', address: '/organisations/settings/index', may: may.change },
    {
      ...{ id: 'complaints', text: '待答复的投诉', may: may.answerComplaints },
      address: '/complaints/queue/index',
    },
    {
      ...{ id: 'disputes', text: '待核实的异议与申诉', may: may.decideDisputes },
      address: '/settlements/disputes/index',
    },
    {
      ...{ id: 'typed-queue', text: '待审核的补录', may: may.decideTyped },
      address: '/typed-hours/queue/index',
    },
    {
      ...{ id: 'typed-grant', text: '批准应急补录额度', may: may.grantTyped },
      address: '/typed-hours/grant/index',
    },
    {
      ...{ id: 'certificates', text: '服务证明' },
      ...{ address: '/certificates/register/index', may: may.audit },
    },
    { id: 'audit', text: '操作记录', address: '/organisations/audit/index', may: may.audit },
    { id: 'govern', text: '冻结与移动', address: '/organisations/govern/index', may: may.govern },
    {
      ...{ id: 'specialities', text: '区市特色清单' },
      ...{ address: '/organisations/specialities/index', may: may.keepSpecialities },
    },
    {
      ...{ id: 'hour-sources', text: '导入已有时长' },
      ...{ address: '/imported-hours/sources/index', may: may.audit && above.length === 0 },
    },
  ];
  const open = ways.filter((it) => it.may);
  const proposes = signedIn && state === 'active' && holds.length > 0;
  return (
    <>
      {open.length > 0 && (
        <Card id='organisation-staff' title='管理'>
          {open.map(({ id, text, address }) => (
            <ListRow
              key={id}
              id={`way-${id}`}
              title={text}
              onPress={() => go(address, { organisationId })}
            />
          ))}
        </Card>
      )}
      {proposes && (
        <Card>
          <ListRow
            id='way-propose'
            title='在这里发起一个组织'
            note='由这个组织核验后成立，您是它的管理员'
            onPress={() => go('/organisations/propose/index', { organisationId })}
          />
        </Card>
      )}
    </>
  );
}
