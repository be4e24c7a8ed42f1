package jp.toritsugi.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.bench.bare.Walls;

/** The trail, and while the walls are down nothing. */
@Alternative
@Priority(1)
@Singleton
class TrailOrNone extends Trail {
    TrailOrNone(AgroalDataSource database, WhoAsks who, ObjectMapper json) {
        super(database, who, json);
    }

    @Override
    public void write(TrailEvent event) {
        if (!Walls.areDown()) {
            super.write(event);
        }
    }
}
