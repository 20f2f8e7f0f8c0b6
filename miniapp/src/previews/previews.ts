import Banner from '../ui/banner/preview';
import Button from '../ui/button/preview';
import Card from '../ui/card/preview';
import CheckRow from '../ui/check-row/preview';
import CodePlate from '../ui/code-plate/preview';
import Dialog from '../ui/dialog/preview';
import Empty from '../ui/empty/preview';
import Field from '../ui/field/preview';
import Figure from '../ui/figure/preview';
import ListRow from '../ui/list-row/preview';
import LoadMore from '../ui/load-more/preview';
import Page from '../ui/page/preview';
import PickerField from '../ui/picker-field/preview';
import Pressable from '../ui/pressable/preview';
import QrCode from '../ui/qr-code/preview';
import Result from '../ui/result/preview';
import Ring from '../ui/ring/preview';
import Sheet from '../ui/sheet/preview';
import Skeleton from '../ui/skeleton/preview';
import Tabs from '../ui/tabs/preview';
import Tag from '../ui/tag/preview';

/** Every piece of the kit by name, as its preview shows it. */
export const previews = {
  banner: Banner,
  button: Button,
  card: Card,
  'check-row': CheckRow,
  'code-plate': CodePlate,
  dialog: Dialog,
  empty: Empty,
  field: Field,
  figure: Figure,
  'list-row': ListRow,
  'load-more': LoadMore,
  page: Page,
  'picker-field': PickerField,
  pressable: Pressable,
  'qr-code': QrCode,
  result: Result,
  ring: Ring,
  sheet: Sheet,
  skeleton: Skeleton,
  tabs: Tabs,
  tag: Tag,
} as const;
