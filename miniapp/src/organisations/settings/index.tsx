import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OrganisationSettings } from '#shared/organisations';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { goBack } from '../../go';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import type { Facts } from '../facts';
import { FactFields, wrongName } from '../facts';
import { Said } from '../said';

/** What an organisation is called, what it does and for whom it is meant. */
export default function SettingsPage() {
  const { organisationId } = useRouter().params;
  const settings = useRoute(
    'GET /organisations/{organisationId}/settings',
    organisationId ? { organisationId } : undefined,
  );
  return organisationId && 'data' in settings ? (
    <SettingsForm
      key={settings.data.version}
      organisationId={organisationId}
      settings={settings.data}
    />
  ) : (
    <Page id='organisation-settings' title='组织资料'>
      <Answer of={settings}>{() => null}</Answer>
    </Page>
  );
}

type SettingsFormProps = { organisationId: string; settings: OrganisationSettings };

function SettingsForm({ organisationId, settings }: SettingsFormProps) {
  const { name, categories, specialities, audiences, version, district } = settings;
  const [facts, setFacts] = useState<Facts>({ name, categories, specialities, audiences });
  const [wrong, setWrong] = useState<string>();
  const { busy, said, run } = useCommand();
  const save = () => {
    const found = wrongName(facts.name);
    setWrong(found);
    if (found) return;
    void run(async () => {
      const told = { ...facts, name: facts.name.trim() };
      await call('PUT /organisations/{organisationId}', { organisationId, version, ...told });
      goBack();
    });
  };
  return (
    <Page
      id='organisation-settings'
      title='组织资料'
      bottom={
        <Button id='settings-save' busy={busy} busyText='正在保存…' onPress={save}>
          保存
        </Button>
      }
    >
      <Said>{said}</Said>
      <FactFields
        facts={facts}
        district={district}
        wrongName={wrong}
        onChange={(part) => setFacts({ ...facts, ...part })}
      />
    </Page>
  );
}
