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
  ('02', 'prefecture', '県', 'public'),
  ('02', 'hotate-guarantee', 'ほたて信用保証協会', 'guarantee'),
  ('02', 'yorozu', 'よろず支援拠点', 'public'),
  ('02', 'revitalization', '中小企業活性化協議会', 'public'),
  ('02', 'experts', '専門家派遣（士業の名簿）', 'professional'),
  ('02', 'jfc-branch', '日本政策金融公庫（支店）', 'public'),
  ('02', 'keigyo', '継業バンク（市町村）', 'public')
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
insert into desk (id, network, institution, kind, name, channel, municipalities, weekdays, hours, capacity, telephone, place,
  confirmed_on, confirmed_by) values
  ('d0000000-0000-4000-8000-000000000001', '02', 'succession-center', 'center', 'センター相談窓口', 'system', '{}', '{1,2,3,4,5}', '9:00から17:00まで', 8, '0170-00-0001', '青森市', current_date - 20, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000002', '02', 'succession-center', 'successor-bank', '後継者人材バンク', 'system', '{}', '{1,2,3,4,5}', '9:00から17:00まで', 5, '0170-00-0001', '青森市', current_date - 20, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000003', '02', 'succession-center', 'area-coordinator', 'エリアコーディネーター（東青・西北）', 'system', '{022012,023019,023035,023043,023078,022055,022098,023213,023230,023817,023841,023876}', '{2,4}', '10:00から16:00まで', 4, '0170-00-0003', '青森市', current_date - 45, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000004', '02', 'succession-center', 'area-coordinator', 'エリアコーディネーター（中南・三八・上北・下北）', 'system', '{}', '{1,3,5}', '10:00から16:00まで', 4, '0170-00-0004', '弘前市', current_date - 45, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000005', '02', 'succession-center', 'guarantee-coordinator', '経営者保証コーディネーター', 'system', '{}', '{3}', '10:00から16:00まで', 2, '0170-00-0005', '青森市', current_date - 200, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000006', '02', 'hotate-guarantee', 'guarantee', '保証協会 経営支援課', 'telephone', '{}', '{1,2,3,4,5}', '9:00から17:00まで', null, '0170-00-0006', '青森市', current_date - 90, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000007', '02', 'yorozu', 'yorozu', 'よろず支援拠点', 'telephone', '{}', '{1,2,3,4,5}', '9:00から17:00まで', 10, '0170-00-0007', '青森市', current_date - 60, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000008', '02', 'revitalization', 'revitalization', '活性化協議会 窓口', 'telephone', '{}', '{1,2,3,4,5}', '9:00から17:00まで', 3, '0170-00-0008', '青森市', current_date - 60, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000009', '02', 'minato-cci', 'chamber', 'みなと商工会議所 経営指導員', 'system', '{}', '{1,2,3,4,5}', '9:00から17:00まで', null, '0170-00-0009', '八戸市', current_date - 30, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000010', '02', 'experts', 'tax-accountant', '専門家派遣（税理士）', 'paper', '{}', '{}', null, 3, '0170-00-0010', null, current_date - 210, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000011', '02', 'experts', 'management-consultant', '専門家派遣（中小企業診断士）', 'paper', '{}', '{}', null, 3, '0170-00-0010', null, current_date - 210, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000012', '02', 'experts', 'lawyer', '専門家派遣（弁護士）', 'paper', '{}', '{}', null, 2, '0170-00-0010', null, current_date - 100, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000013', '02', 'experts', 'accountant', '専門家派遣（公認会計士）', 'paper', '{}', '{}', null, 2, '0170-00-0010', null, current_date - 100, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000014', '02', 'ringo-bank', 'bank', 'りんご銀行 法人営業部', 'telephone', '{}', '{1,2,3,4,5}', '9:00から15:00まで', null, '0170-00-0014', '青森市', current_date - 30, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000015', '02', 'jfc-branch', 'jfc', '公庫 国民生活事業', 'telephone', '{}', '{1,2,3,4,5}', '9:00から17:00まで', null, '0170-00-0015', '青森市', current_date - 30, 'coordinator'),
  ('d0000000-0000-4000-8000-000000000016', '02', 'keigyo', 'municipality', '継業バンク担当', 'paper', '{022021,022071,024015,024252}', '{}', null, null, '0170-00-0016', null, current_date - 30, 'coordinator')
on conflict do nothing;
