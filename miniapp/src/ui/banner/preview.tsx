import { Banner } from './banner';

const action = { text: '重试', onPress: () => undefined };

export default function Preview() {
  return (
    <>
      <Banner tone='info'>位置只用来算距离，不会上传</Banner>
      <Banner tone='waiting'>2 次签到待同步</Banner>
      <Banner tone='error' action={action}>
        没有取到，请再试
      </Banner>
      <Banner tone='offline'>没有网络，更新于 13:05</Banner>
    </>
  );
}
