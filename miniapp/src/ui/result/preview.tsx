import { Result } from './result';

const actions = [
  { text: '看我的时长', onPress: () => undefined },
  { text: '回首页', onPress: () => undefined },
];

export default function Preview() {
  return (
    <>
      <Result
        tone='done'
        headline='已签退'
        text='这次服务 2 小时'
        rows={[
          { label: '活动', value: '海滩清洁' },
          { label: '积分', value: '+2 分' },
        ]}
        actions={actions}
      />
      <Result
        tone='waiting'
        headline='待同步'
        text='已在本机保存，联网后自动提交'
        actions={actions}
      />
      <Result
        tone='refused'
        headline='没有签到'
        text='这个码已过时，请扫现场屏幕上最新的码'
        actions={actions}
      />
    </>
  );
}
