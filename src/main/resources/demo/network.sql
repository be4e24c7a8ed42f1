-- 架空のネットワーク。実在の機関・人物とは関係がない。
insert into network (code, name) values ('02', '青森県事業承継ネットワーク（見本）') on conflict do nothing;
insert into institution (network, code, name, type) values
  ('02', 'minato-cci', 'みなと商工会議所', 'chamber'),
  ('02', 'hiba-cci', 'ひば商工会議所', 'chamber'),
  ('02', 'kombu-society', 'こんぶ商工会', 'society'),
  ('02', 'ringo-bank', 'りんご銀行', 'bank'),
  ('02', 'hotate-shinkin', 'ほたて信用金庫', 'shinkin'),
  ('02', 'yukinko-credit', 'ゆきんこ信用組合', 'credit-union'),
  ('02', 'secretariat', 'ネットワーク事務局', 'public'),
  ('02', 'succession-center', '事業承継・引継ぎ支援センター', 'center'),
  ('02', 'prefecture', '県', 'public')
on conflict do nothing;
insert into member (user_name, network, institution, role, display_name) values
  ('minato-officer', '02', 'minato-cci', 'officer', '湊 かもめ'),
  ('minato-manager', '02', 'minato-cci', 'manager', '湊 いかり'),
  ('ringo-officer', '02', 'ringo-bank', 'officer', '林 ふじ'),
  ('hiba-officer', '02', 'hiba-cci', 'officer', '檜葉 こずえ'),
  ('kombu-officer', '02', 'kombu-society', 'officer', '昆布 いそ'),
  ('yukinko-officer', '02', 'yukinko-credit', 'officer', '雪野 しろ'),
  ('hotate-officer', '02', 'hotate-shinkin', 'officer', '帆立 なぎさ'),
  ('coordinator', '02', 'secretariat', 'coordinator', '結城 むすび'),
  ('secretariat-manager', '02', 'secretariat', 'manager', '結城 さだめ'),
  ('center-consultant', '02', 'succession-center', 'consultant', '継田 つなぐ'),
  ('pref-analyst', '02', 'prefecture', 'analyst', '県 かぞえ'),
  ('auditor', '02', 'prefecture', 'auditor', '見張 ただし'),
  ('admin', '02', 'secretariat', 'admin', '設定 ととのえ')
on conflict do nothing;
