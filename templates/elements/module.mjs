const m_$name = (() => {
$body
return { $exports };
})();
