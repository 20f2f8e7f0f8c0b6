import { CheckRow } from './check-row';

const ignore = () => undefined;

export default function Preview() {
  return (
    <>
      <CheckRow id='preview-unticked' checked={false} onChange={ignore}>
        我已阅读并同意
      </CheckRow>
      <CheckRow id='preview-ticked' checked onChange={ignore}>
        我已阅读并同意
      </CheckRow>
      <CheckRow id='preview-wrong' checked={false} error='请先勾选' onChange={ignore}>
        我已看明白，注销后找不回来
      </CheckRow>
    </>
  );
}
