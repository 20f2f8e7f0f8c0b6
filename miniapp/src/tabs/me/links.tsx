import type { Address } from '../../go';
import { go } from '../../go';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';

export type LinksProps = {
  title: string;
  links: readonly (readonly [text: string, address: Address])[];
};

/** A card of ways to other pages. */
export function Links({ title, links }: LinksProps) {
  return (
    <Card title={title}>
      {links.map(([text, address]) => (
        <ListRow key={text} title={text} onPress={() => go(address)} />
      ))}
    </Card>
  );
}
