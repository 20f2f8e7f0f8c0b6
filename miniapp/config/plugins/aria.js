// WeChat supports aria-* on every component; Taro's base.wxml leaves them out (NervJS/taro#10025).
const path = require('node:path');
const components = require('./aria-components.json');

module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform?.template) return;
      platform.template.mergeComponents(context, structuredClone(components));
      // Template and runtime must agree on the short names of the attributes.
      platform.runtimePath = [
        platform.runtimePath,
        path.resolve(__dirname, 'aria-runtime.js'),
      ].flat();
    },
  });
};
