function t(t){let e=Object(t).text;return"string"==typeof e&&e.trim()?[{part:"",key:e,text:e,right:null}]:[]}export{t as picks};
