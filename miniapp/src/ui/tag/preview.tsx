import { Tag } from './tag';

export default function Preview() {
  return (
    <>
      <Tag tone='brand'>服务中</Tag>
      <Tag tone='sea'>站点</Tag>
      <Tag tone='leaf'>已签退</Tag>
      <Tag tone='sun'>待同步</Tag>
      <Tag>示例数据</Tag>
    </>
  );
}
