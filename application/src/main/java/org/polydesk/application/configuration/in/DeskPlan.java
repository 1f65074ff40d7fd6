package org.polydesk.application.configuration.in;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.polydesk.application.asset.in.AssetDraft;
import org.polydesk.application.desk.DeskSetup;
import org.polydesk.application.identity.out.AccessKeyRepository.Kind;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.catalogue.Topic;
import org.polydesk.domain.conversation.Body;
import org.polydesk.domain.knowledge.ArticleId;
import org.polydesk.domain.knowledge.CannedAnswer;
import org.polydesk.domain.user.EmailAddress;
import org.polydesk.domain.user.EmailDomain;
import org.polydesk.domain.user.Permission;
import org.polydesk.domain.user.PersonName;
import org.polydesk.domain.user.Role;
import org.polydesk.domain.user.UserId;

/**
 * What one desk is to look like.
 *
 * @param setup its settings, lists, calendars and SLAs
 * @param people its users with a log-in, in the order of their numbers
 * @param keys the secrets that open it
 * @param topics what clients can choose as topics, in their order; empty leaves them as they are
 * @param cannedAnswers what its people begin their answers with
 * @param articles what people can help themselves with
 * @param assets what its people are given to work with
 * @param emailDomains the ids of the companies whose people have addresses of these domains
 */
public record DeskPlan(
    DeskSetup setup,
    List<PlannedUser> people,
    List<PlannedKey> keys,
    Optional<List<Topic>> topics,
    List<CannedAnswer> cannedAnswers,
    List<PlannedArticle> articles,
    List<PlannedAsset> assets,
    Map<EmailDomain, Integer> emailDomains) {
  public DeskPlan {
    Objects.requireNonNull(setup, "setup");
    people = List.copyOf(people);
    keys = List.copyOf(keys);
    topics = topics.map(List::copyOf);
    cannedAnswers = List.copyOf(cannedAnswers);
    articles = List.copyOf(articles);
    assets = List.copyOf(assets);
    emailDomains = Map.copyOf(emailDomains);
  }

  /** A desk with nothing but people and keys in it. */
  public DeskPlan(DeskSetup setup, List<PlannedUser> people, List<PlannedKey> keys) {
    this(setup, people, keys, Optional.empty(), List.of(), List.of(), List.of(), Map.of());
  }

  /** The same desk with these people. */
  public DeskPlan withPeople(List<PlannedUser> others) {
    return new DeskPlan(setup, others, keys, topics, cannedAnswers, articles, assets, emailDomains);
  }

  /**
   * An article that is to be there.
   *
   * @param id its number, which the desk's own articles are numbered behind
   * @param tags what it is marked with; a text that is no tag of the desk yet becomes one
   */
  public record PlannedArticle(
      ArticleId id,
      String subject,
      Body body,
      Optional<Integer> categoryId,
      boolean staffOnly,
      List<String> tags) {
    public PlannedArticle {
      tags = List.copyOf(tags);
    }
  }

  /**
   * An asset that is to be there.
   *
   * @param id its number, which the desk's own assets are numbered behind
   * @param draft what is to be known of it; what it leaves out stays as it is
   * @param userNames who is to have it; whoever else has it keeps it
   */
  public record PlannedAsset(AssetId id, AssetDraft draft, List<String> userNames) {
    public PlannedAsset {
      userNames = List.copyOf(userNames);
    }
  }

  /**
   * A user who is to be there.
   *
   * @param id his key; chosen when it is empty and nobody has his user name yet
   * @param permissions those of his role when empty
   * @param capacity how many unfinished tickets the desk itself may assign to him; empty for any
   *     number
   * @param zone where his days begin and end; empty leaves it as it is
   * @param language the language of mails to him; empty leaves it as it is
   * @param password how his password is set; empty leaves it as it is
   */
  public record PlannedUser(
      Optional<UserId> id,
      String userName,
      EmailAddress email,
      PersonName name,
      Role role,
      Optional<Set<Permission>> permissions,
      boolean companyManager,
      Set<Integer> groups,
      Set<Integer> categories,
      Set<Integer> sites,
      Optional<Integer> capacity,
      Optional<Integer> companyId,
      Optional<Integer> departmentId,
      Optional<ZoneId> zone,
      Optional<Locale> language,
      Optional<PlannedPassword> password) {}

  /**
   * A password in the clear or ready-made.
   *
   * @param text the password, or its hash
   * @param hashed whether {@code text} is a hash as the desk itself stores it
   */
  public record PlannedPassword(String text, boolean hashed) {
    /** Without the password. */
    @Override
    public String toString() {
      return "PlannedPassword[hashed=" + hashed + "]";
    }
  }

  /**
   * A secret that is to work.
   *
   * @param userName whose account it opens; empty when it opens the desk
   */
  public record PlannedKey(
      Kind kind, String label, String secret, Optional<String> userName, boolean readOnly) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "PlannedKey[" + kind + " " + label + "]";
    }
  }
}
