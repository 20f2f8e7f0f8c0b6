import { useState } from 'react';
import type { District } from '#shared/vocabulary';
import { Answer } from '../../answer/answer';
import { call } from '../../api';
import { districtOptions, useDistrict } from '../../district';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Field } from '../../ui/field/field';
import { Page } from '../../ui/page/page';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import { useRoute } from '../../use-route';
import { Said } from '../said';
import { namesIn, wrongNames } from './names';

/** Each district's own specialities beside the city's seventeen categories, kept by the city's admins. */
export default function SpecialitiesPage() {
  const [district, choose] = useState<District>(useDistrict.getState().district);
  const list = useRoute('GET /districts/{district}/specialities', { district });
  return (
    <Page id='specialities' title='区市特色'>
      <Card>
        <PickerField
          id='specialities-district'
          label='区市'
          kind='option'
          value={district}
          options={districtOptions}
          onChange={(value) => choose(value as District)}
        />
      </Card>
      <Answer of={list} shape='card'>
        {({ names, version }) => (
          <SpecialitiesForm
            key={`${district} ${version}`}
            district={district}
            names={names}
            version={version}
            onSaved={() => list.refresh()}
          />
        )}
      </Answer>
    </Page>
  );
}

type FormProps = {
  district: District;
  names: string[];
  version: number;
  onSaved: () => Promise<void>;
};

function SpecialitiesForm({ district, names, version, onSaved }: FormProps) {
  const [text, type] = useState(names.join('\n'));
  const [wrong, setWrong] = useState<string>();
  const [saved, setSaved] = useState(false);
  const { busy, said, run } = useCommand();
  const save = () => {
    const found = wrongNames(text);
    setWrong(found);
    if (found) return;
    void run(async () => {
      await call('PUT /districts/{district}/specialities', {
        ...{ district, names: namesIn(text), version },
      });
      setSaved(true);
      await onSaved();
    });
  };
  return (
    <>
      <Said>{said}</Said>
      {saved && <Banner tone='info'>已保存</Banner>}
      <Card title='特色清单'>
        <Field
          id='specialities-names'
          label='每行一项，每项不超过 12 个字，最多 40 项'
          multiline
          maxLength={600}
          hint='已经选用的组织不受影响'
          value={text}
          error={wrong}
          onChange={(value) => {
            type(value);
            setWrong(undefined);
            setSaved(false);
          }}
        />
      </Card>
      <Button id='specialities-save' busy={busy} busyText='正在保存…' onPress={save}>
        保存
      </Button>
    </>
  );
}
