// $title
// $hint
WITH {$values} AS ask
CALL (ask) {
$query
}
RETURN $columns
