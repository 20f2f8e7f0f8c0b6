import { LoadMore } from './load-more';

const nothing = () => undefined;

export default function Preview() {
  return (
    <>
      <LoadMore state='idle' onMore={nothing} />
      <LoadMore state='loading' onMore={nothing} />
      <LoadMore state='end' onMore={nothing} />
      <LoadMore state='failed' onMore={nothing} />
    </>
  );
}
