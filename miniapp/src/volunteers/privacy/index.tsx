import { Text } from '@tarojs/components';
import { Card } from '../../ui/card/card';
import { Page } from '../../ui/page/page';
import styles from './index.module.scss';

const parts = [
  {
    title: '我们保存什么，为什么',
    lines: [
      '姓名：写在服务证明上；活动组织者只看到“王*四”这样的写法。',
      '手机号：加密保存，用于活动联系；页面上只显示“156******77”。',
      '所在区市：推荐附近的活动和站点。',
      '出生年月：只用来保护未成年人，不公开、不参与排名。',
      '报名、签到、签退的时间和活动：计算工时的依据。',
      '工时和积分流水：每一笔只写一次，不能修改，可以核验。',
    ],
  },
  {
    title: '我们不收集什么',
    lines: [
      '不要人脸，不读通讯录。身份证号只在您自己选择实名核验、并单独同意后收集，加密保存。',
      '不持续定位。位置只在您允许后、扫码的那一刻记录一次，只作为到场的见证；不允许也能签到。',
      '不因为分享、邀请、订阅给积分。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '您自己能看到全部。',
      '您参加的活动的组织者能看到打码的姓名和签到情况。',
      '兑换柜台只看到礼品名称和您编号的末尾几位，看不到姓名和手机号。',
    ],
  },
  {
    title: '保存多久，怎样删除',
    lines: [
      '签到的扫码凭据用于核对工时；首次扫码的临时凭据 10 分钟后失效。',
      '在“设置”里可以导出全部数据、逐项撤回授权，也可以注销账号。注销后，工时流水不再与您本人关联。',
      '紧急联系人只有您自己能看到；撤回授权后立即清除。',
      '在“设置”里可以随时退出登录。',
    ],
  },
  {
    title: '未成年人',
    lines: ['未满 14 周岁的志愿者，请由监护人陪同阅读本说明、填写登记并同意。'],
  },
];

/** What is kept of a person, why, who sees it, and how it is deleted. */
export default function PrivacyPage() {
  return (
    <Page id='privacy' title='隐私说明'>
      {parts.map(({ title, lines }) => (
        <Card key={title} title={title}>
          {lines.map((line) => (
            <Text key={line} className={styles.line}>
              {line}
            </Text>
          ))}
        </Card>
      ))}
    </Page>
  );
}
