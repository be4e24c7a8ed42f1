package jp.toritsugi.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import jp.toritsugi.bench.bare.Walls;

/** Who asks, and while the walls are down nobody: then the database is not told. */
@Alternative
@Priority(1)
@Singleton
class SomebodyOrNobodyAsks extends WhoAsks {
    SomebodyOrNobodyAsks(Instance<CurrentViewer> current) {
        super(current);
    }

    @Override
    public Optional<Viewer> viewer() {
        return Walls.areDown() ? Optional.empty() : super.viewer();
    }
}
