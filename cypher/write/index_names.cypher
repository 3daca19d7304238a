// Full text over all names, Chinese and English, for suggestions.
CREATE FULLTEXT INDEX lichain_names IF NOT EXISTS FOR (n:Lichain) ON EACH [n.name_zh, n.name_en, n.legal_name_zh, n.legal_name_en, n.name_keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}
