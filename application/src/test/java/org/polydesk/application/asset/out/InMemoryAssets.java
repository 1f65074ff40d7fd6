package org.polydesk.application.asset.out;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.polydesk.application.asset.AssetFilter;
import org.polydesk.application.fixture.InMemoryStore;
import org.polydesk.application.fixture.InMemoryStore.Table;
import org.polydesk.application.shared.Slice;
import org.polydesk.application.user.out.UserRepository;
import org.polydesk.domain.asset.Asset;
import org.polydesk.domain.asset.AssetId;
import org.polydesk.domain.asset.AssetLabel;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.Texts;
import org.polydesk.domain.user.User;

/** Assets in memory. */
public final class InMemoryAssets implements Assets {
  private final InMemoryStore store;
  private final InMemoryAssetTies ties;
  private final UserRepository users;
  private final Table<Key, Asset> assets;
  private final Table<DeskId, Long> numbers;
  private final Table<LabelKey, AssetLabel> labels;

  public InMemoryAssets(InMemoryStore store, InMemoryAssetTies ties, UserRepository users) {
    this.store = store;
    this.ties = ties;
    this.users = users;
    this.assets = store.table();
    this.numbers = store.table();
    this.labels = store.table();
  }

  private record Key(DeskId desk, AssetId id) {}

  private record LabelKey(DeskId desk, AssetLabel.Kind kind, String folded) {}

  @Override
  public AssetId nextId(DeskId desk) {
    return store.run(() -> new AssetId(numbers.rows().merge(desk, 1L, Long::sum)));
  }

  @Override
  public void add(Asset asset) {
    store.run(
        () -> {
          numbers.rows().merge(asset.desk(), asset.id().value(), Math::max);
          return assets.rows().put(new Key(asset.desk(), asset.id()), asset);
        });
  }

  @Override
  public Asset save(Asset asset) {
    return store.run(
        () -> {
          Key key = new Key(asset.desk(), asset.id());
          Asset present = assets.rows().get(key);
          if (present == null || present.version() != asset.version()) {
            throw DeskException.staleVersion("asset");
          }
          Asset saved = asset.withVersion(asset.version() + 1);
          assets.rows().put(key, saved);
          return saved;
        });
  }

  @Override
  public Optional<Asset> find(DeskId desk, AssetId id) {
    return store.read(() -> Optional.ofNullable(assets.rows().get(new Key(desk, id))));
  }

  @Override
  public List<Asset> list(DeskId desk, AssetFilter filter, Slice slice) {
    return store.read(
        () ->
            assets.rows().values().stream()
                .filter(asset -> asset.desk().equals(desk) && matches(asset, filter))
                .sorted(Comparator.comparing((Asset asset) -> asset.id().value()))
                .skip(slice.skip())
                .limit(slice.length())
                .toList());
  }

  private boolean matches(Asset asset, AssetFilter filter) {
    String model = Texts.folded(asset.traits().modelName());
    return (filter.disabledToo() || !asset.disabled())
        && filter.modelPrefix().map(Texts::folded).map(model::startsWith).orElse(true)
        && filter.user().map(id -> isHeld(asset, user -> user.id().equals(id))).orElse(true)
        && (filter.companyId().isEmpty()
            || filter.companyId().equals(asset.companyId())
            || isHeld(asset, user -> user.companyId().equals(filter.companyId())))
        && (filter.departmentId().isEmpty()
            || isHeld(asset, user -> user.departmentId().equals(filter.departmentId())))
        && filter.ticket().map(ticket -> ties.isAbout(ticket, asset)).orElse(true);
  }

  private boolean isHeld(Asset asset, Predicate<User> by) {
    return ties.users(asset.desk(), List.of(asset.id()), Integer.MAX_VALUE).values().stream()
        .flatMap(List::stream)
        .anyMatch(id -> users.findById(id).filter(by).isPresent());
  }

  @Override
  public AssetLabel label(DeskId desk, AssetLabel.Kind kind, String name) {
    return store.run(
        () ->
            labels
                .rows()
                .computeIfAbsent(
                    new LabelKey(desk, kind, Texts.folded(name)),
                    key -> new AssetLabel(labels.rows().size() + 1, name)));
  }
}
