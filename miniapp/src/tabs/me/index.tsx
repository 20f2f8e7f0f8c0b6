import { Text, View } from '@tarojs/components';
import { districts } from '#shared/vocabulary';
import type { Me } from '#shared/volunteers';
import { Answer } from '../../answer/answer';
import { silentLogin } from '../../device/login';
import { go } from '../../go';
import { useMe } from '../../session';
import { SignIn } from '../../sign-in/sign-in';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Figure } from '../../ui/figure/figure';
import { Page } from '../../ui/page/page';
import { countWord, timeParts } from '../../words';
import styles from './index.module.scss';
import { Links } from './links';
import { NoticesRow } from './notices-row';
import { SignOut } from './sign-out';
import { StaffLinks } from './staff-links';

/** Who I am here, what I have, and the way to all that is mine. */
export default function MePage() {
  const me = useMe();
  return (
    <Page id='me' title='我的' tab>
      {me.guest ? <Guest /> : <Answer of={me}>{(data) => <Profile me={data} />}</Answer>}
      {!me.guest && <NoticesRow />}
      {!me.guest && <StaffLinks />}
      {!me.guest && (
        <Links
          title='我的志愿服务'
          links={[
            ['我的码', '/checkins/mycode/index'],
            ['我的服务', '/checkins/records/index'],
            ['我的工时', '/checkins/hours/index'],
            ['服务证明', '/certificates/mine/index'],
            ['我的组织', '/organisations/mine/index'],
            ['我的星级', '/rule-packs/star/index'],
            ['积分明细', '/points/passbook/index'],
            ['我的兑换', '/rewards/redemptions/index'],
            ['我的家人', '/dependants/family/index'],
          ]}
        />
      )}
      <Links
        title='更多'
        links={[
          ['积分兑换', '/rewards/shelf/index'],
          ['工时规则', '/rule-packs/list/index'],
          ['我的投诉', '/complaints/mine/index'],
          ['验证服务证明', '/certificates/verify/index'],
          ['时长统计', '/checkins/totals/index'],
          ['设置', '/volunteers/settings/index'],
          ['隐私说明', '/volunteers/privacy/index'],
          ...(silentLogin || me.guest ? [] : [['换一个人', '/volunteers/people/index'] as const]),
        ]}
      />
      {!me.guest && <SignOut />}
    </Page>
  );
}

function Guest() {
  return (
    <Card id='guest'>
      <Text className={styles.name}>还没有登录</Text>
      <View className={styles.why}>
        <Text>登录后可以报名、签到，看到自己的时长和积分。不登录也能看活动和站点。</Text>
      </View>
      <SignIn />
    </Card>
  );
}

function Profile({ me }: { me: Me }) {
  const { profile } = me;
  return (
    <Card id='profile'>
      <Text id='name' className={styles.name}>
        {profile ? profile.name : '还没有登记'}
      </Text>
      {profile ? (
        <Text className={styles.facts}>
          {`${districts[profile.district]} · ${profile.maskedPhone}${profile.phoneVerified ? '' : '（未验证）'}`}
        </Text>
      ) : (
        <View className={styles.why}>
          <Text>登记后才能报名，时长才能记到您名下。</Text>
        </View>
      )}
      <View className={styles.figures}>
        <View className={styles.figure}>
          <Figure id='my-hours' label='服务时长' tone='brand' parts={timeParts(me.minutes)} />
        </View>
        <Figure id='my-points' label='积分' parts={[[countWord(me.points), '分']]} />
      </View>
      {profile && (
        <Button id='edit-profile' kind='quiet' onPress={() => go('/volunteers/profile/index')}>
          修改资料
        </Button>
      )}
      {!profile && (
        <Button id='register' onPress={() => go('/volunteers/register/index')}>
          登记成为志愿者
        </Button>
      )}
    </Card>
  );
}
