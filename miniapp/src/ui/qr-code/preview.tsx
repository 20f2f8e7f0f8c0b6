import { QrCode } from './qr-code';

export default function Preview() {
  return <QrCode text='https://example.org/c/AAAAAAAAAAAAAAAAAAAAAAAAAAAA' label='签到码' />;
}
