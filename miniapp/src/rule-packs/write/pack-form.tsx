import { Text } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { RulePack } from '#shared/rule-packs';
import { dayMs, dayOf } from '#shared/time';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { goInstead } from '../../go';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { CheckRow } from '../../ui/check-row/check-row';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { useCommand } from '../../use-command';
import styles from '../index.module.scss';
import { regionWord } from '../pack-words';
import type { Name, Texts, Wrong } from './texts';
import { draftOf, numbers, textsOf } from './texts';

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
const tomorrow = (): string => dayOf(serverNow() + dayMs);

export function PackForm({ pack }: { pack: RulePack }) {
  const { id: packId, region } = pack;
  const [texts, setTexts] = useState<Texts>(() => textsOf(pack));
  const [exact, setExact] = useState(pack.rounding.kind === 'exact');
  const [validFrom, setValidFrom] = useState(tomorrow);
  const [wrong, setWrong] = useState<Wrong>({});
  const { busy, said, run } = useCommand();
  // The same press again is the same version; a changed form is another one.
  const requestId = useRef(newRequestId());
  const type = (name: Name, text: string) => {
    requestId.current = newRequestId();
    setTexts((known) => ({ ...known, [name]: text }));
    setWrong(({ [name]: _, ...rest }) => rest);
  };
  const field = (name: Name) => ({
    ...{ id: `pack-${name}`, value: texts[name], error: wrong[name] },
    onChange: (text: string) => type(name, text),
  });
  const save = () => {
    const found = draftOf(texts, { region, validFrom, exact });
    setWrong(found.wrong);
    if (Object.keys(found.wrong).length > 0) return;
    void run(async () => {
      const asked = { requestId: requestId.current, packId, draft: found.draft };
      const { version } = await call('POST /rule-packs', asked);
      goInstead('/rule-packs/show/index', { packId, version: String(version) });
    });
  };
  const bad = Object.keys(wrong).length;
  return (
    <>
      <Card title='是什么'>
        <Text className={styles.text}>{`管到：${regionWord(region)}`}</Text>
        <Field label='名称' maxLength={40} {...field('name')} />
        <Field label='依据' multiline maxLength={400} {...field('source')} />
        <PickerField
          id='pack-validFrom'
          label='生效日期'
          kind='date'
          start={dashed(tomorrow())}
          hint='最早明天。这一天起开始、采用之后发布的活动按它计算'
          value={dashed(validFrom)}
          onChange={(day) => {
            requestId.current = newRequestId();
            setValidFrom(day.replace(/-/g, ''));
          }}
        />
      </Card>
      <Card title='怎么取整'>
        <CheckRow
          id='pack-exact'
          checked={exact}
          onChange={(checked) => {
            requestId.current = newRequestId();
            setExact(checked);
          }}
        >
          按整分钟计，不取整
        </CheckRow>
        {!exact && (
          <>
            <Field
              label='不足 1 小时：每行“满多少分钟 计多少分钟”'
              multiline
              hint='如“30 60”：满 30 分钟计 60 分钟；第一档以下不计'
              {...field('short')}
            />
            <Field label='1 小时以上的余数：写法相同' multiline {...field('rest')} />
          </>
        )}
      </Card>
      <Card title='限度'>
        {numbers.map(({ name, label, min, max }) => (
          <Field
            key={name}
            label={label}
            kind='digits'
            maxLength={6}
            hint={`${min} 到 ${max}`}
            {...field(name)}
          />
        ))}
      </Card>
      <Card title='积分和星级'>
        <Field label='每小时多少积分' maxLength={6} hint='0 到 100' {...field('perHour')} />
        <Field
          label='另定的类别：每行“类别 每小时几分”'
          multiline
          maxLength={400}
          hint='如“助学支教 12”；没有就留空'
          {...field('byCategory')}
        />
        <Field
          label='星级：每行“名称 小时数”'
          multiline
          maxLength={400}
          hint='要由评审决定的，后面空一格写评审，如“五星 1500 评审”'
          {...field('stars')}
        />
      </Card>
      {(said !== '' || bad > 0) && (
        <Banner id='pack-said' tone='error'>
          {said || `有 ${bad} 处需要改，请看红色的提示`}
        </Banner>
      )}
      <Button id='save-pack' busy={busy} busyText='正在保存…' onPress={save}>
        保存为待采用的版本
      </Button>
    </>
  );
}
