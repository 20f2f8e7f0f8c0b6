import { Skeleton } from './skeleton';

export default function Preview() {
  return (
    <>
      <Skeleton shape='figure' count={1} />
      <Skeleton count={2} />
      <Skeleton shape='card' count={1} />
    </>
  );
}
