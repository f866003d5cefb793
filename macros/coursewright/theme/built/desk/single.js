function t(t,[e]){let n=function(t,e){let n=t?.picks.find(t=>t.key===e);return t&&n?{part:t.label,key:n.key,text:n.text,right:n.right}:null}(e,t);return n?[n]:[]}export{t as picks};
