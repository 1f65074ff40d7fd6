package org.polydesk.bootstrap.cli;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a demo tells those who started it: where it is, and one command to paste for each dialect.
 *
 * @param samples one a dialect, in the order in which they are told
 */
record DemoCard(List<Sample> samples) {
  /** Stands for the server's address in a command. */
  private static final String ADDRESS = "{address}";

  /**
   * One dialect's greeting.
   *
   * @param dialect its name
   * @param command a command for a shell in which {@code {address}} stands for the server's address
   */
  record Sample(String dialect, String command) {}

  /** The accounts and keys of the demo desk. */
  static DemoCard standard() {
    return new DemoCard(
        List.of(
            new Sample(
                "Tikting",
                "curl -s {address}/api/Users/authenticate -H 'Content-Type: application/json'"
                    + " -d '{\"Email\":\"alice\",\"Password\":\"alice-demo\"}'"),
            new Sample(
                "Helpdesk",
                "curl -s -u carol:carol-demo {address}/api/ticket -d categoryId=11"
                    + " -d subject=Printer -d 'body=It burns.'"),
            new Sample("Taas", "curl -s '{address}/ticketing/v1/tickets?key=demo-primary-key'"),
            new Sample(
                "Panel", "curl -s -H 'X-Token: demo-panel-token' {address}/support/tickets")));
  }

  /** What to print when the server listens on {@code address}. */
  List<String> lines(URI address) {
    Stream<String> head =
        Stream.of(
            "", "The demo desk is ready at %s. One command for each dialect:".formatted(address));
    Stream<String> body =
        samples.stream()
            .flatMap(
                sample ->
                    Stream.of(
                        "",
                        "  " + sample.dialect(),
                        "    " + sample.command().replace(ADDRESS, address.toString())));
    return Stream.concat(head, Stream.concat(body, Stream.of(""))).toList();
  }
}
