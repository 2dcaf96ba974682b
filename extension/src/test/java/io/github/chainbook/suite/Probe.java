package io.github.chainbook.suite;
public class Probe { public static void main(String[] a) throws Exception {
  Corpus c = Corpus.find().get(); int n=0, ok=0;
  for (Corpus.Entry f : c.files("suite-json")) if (f.path().startsWith("puppet")) for (PuppetRule r : PuppetRule.of(f)) {
    n++; var d = PuppetComparison.difference(r); if (d.isEmpty()) {ok++; continue;}
    String[] l = r.dump().text().split("\n");
    System.out.println(r.file().replaceAll(".*/","")+" "+r.number()+" "+l[0]+" "+l[r.dump().line()-1]+"\n    "+d.get()); }
  System.out.println(ok+"/"+n);
  for (Corpus.Entry f : c.files("suite-lines")) { int i=0; for (String s : f.source().lines()) { i++;
    if (s.isBlank()) continue;
    RuleDump d = RuleDump.of(java.util.Optional.empty(), "filter", s);
    if (d.error().isPresent() ) System.out.println(f.path()+" "+i+" "+d.text().split("\n")[0]+" "+s+"\n    "+d.error().get()+" aside "+d.reading().setAside().size());
    else System.out.println("OK "+s+"\n   "+d.rules().stream().map(io.github.chainbook.ruleset.RuleText::of).toList()+d.reading().diagnostics());
  }}
  for (Corpus.Entry f : c.files("suite-json")) if (f.path().startsWith("jc")) { var r = new io.github.chainbook.ruleset.RulesetReader().read(f.source(), java.util.Optional.empty()); System.out.println(f.path()+" "+r.diagnostics()+" "+r.setAside().size()); }
}}
