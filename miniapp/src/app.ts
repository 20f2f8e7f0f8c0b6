import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { startPhone } from './launch';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(startPhone);
  return children;
}
